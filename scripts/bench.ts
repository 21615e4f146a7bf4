// Measures, side by side in one run: npm run bench [-- answers retrieval evaluate updates vectors reminders]
import process from 'node:process';
import { openKnowledge } from '../knowledge/index.ts';
import { benchAnswers } from './bench/answers.ts';
import { benchEvaluate } from './bench/evaluate.ts';
import { benchReminders } from './bench/reminders.ts';
import { benchRetrieval } from './bench/retrieval.ts';
import { benchUpdates } from './bench/updates.ts';
import { benchVectors } from './bench/vectors.ts';
import { openPlans, runCommand, UsageFault } from './open-plans.ts';

const benches: Record<string, () => string[] | Promise<string[]>> = {
  answers: () => benchAnswers(openKnowledge(openPlans())),
  retrieval: () => benchRetrieval(openPlans()),
  evaluate: () => benchEvaluate(),
  updates: () => benchUpdates(),
  vectors: () => benchVectors(),
  reminders: () => benchReminders(),
};

await runCommand(async () => {
  const chosen = process.argv.slice(2);
  const unknown = chosen.find(name => !(name in benches));
  if (unknown !== undefined)
    throw new UsageFault(`Không có phép đo “${unknown}”. Có: ${Object.keys(benches).join(', ')}.`);
  for (const name of chosen.length > 0 ? chosen : Object.keys(benches)) {
    process.stdout.write(`${(await benches[name]!()).join('\n')}\n\n`);
  }
  return 0;
});
