// The quick part of the tests: types, lint, unit tests. Under a minute.
import process from 'node:process';
import { checkTypesAndLint, runTool } from './run-tool.ts';

const args = process.argv.slice(2);
const ok = checkTypesAndLint() && runTool('vitest/vitest.mjs', 'run', '--project', 'unit', ...args);
process.exitCode = ok ? 0 : 1;
