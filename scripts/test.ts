// Everything: types, lint, unit tests, and stories with real processes, a real browser and real databases.
import process from 'node:process';
import { provideBrowser } from './provide-browser.ts';
import { checkTypesAndLint, runTool } from './run-tool.ts';

const args = process.argv.slice(2);
const ok = checkTypesAndLint() && provideBrowser() && runTool('vitest/vitest.mjs', 'run', ...args);
process.exitCode = ok ? 0 : 1;
