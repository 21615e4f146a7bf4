import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from '../bot/index.ts';

/** Runs a tool of node_modules on this Node, its output passed through; true when it succeeded. */
export function runTool(packageFile: string, ...args: string[]): boolean {
  const file = join(ROOT, 'node_modules', packageFile);
  return spawnSync(process.execPath, [file, ...args], { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

/** Types and lint of the whole project. */
export function checkTypesAndLint(): boolean {
  return (
    runTool('typescript/bin/tsc', '-p', '.') &&
    runTool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')
  );
}
