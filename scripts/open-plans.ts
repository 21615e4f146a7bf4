import process from 'node:process';
import { ConfigFault, readConfig } from '../bot/index.ts';
import type { Plan } from '../knowledge/index.ts';
import { loadPlans } from '../knowledge/index.ts';

/** The plans of this installation; what is wrong with a folder is said on standard error. */
export function openPlans(): Plan[] {
  const config = readConfig();
  const { plans, problems } = loadPlans(config.builtInPlansDir, config.plansDir);
  for (const { plan, file, line, message } of problems) {
    process.stderr.write(`Kế hoạch “${plan}”, ${file}${line ? `, dòng ${line}` : ''}: ${message}\n`);
  }
  return plans;
}

/** Runs a command; bad settings or arguments are said in one Vietnamese sentence and exit with 2. */
export async function runCommand(command: () => Promise<number> | number): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof ConfigFault || error instanceof UsageFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/** The command was called wrongly; the message says how it is called. */
export class UsageFault extends Error {}
