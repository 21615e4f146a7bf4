// `npm run backup -- FILE`: everything that is kept, as of one instant, while the assistant runs.
import { resolve } from 'node:path';
import process from 'node:process';
import { backupWords, readConfig } from '../bot/index.ts';
import { backUp } from '../bot/store/index.ts';
import { runStoreCommand } from './run-store-command.ts';

await runStoreCommand(backupWords.backupUsage, [], async ({ file }) => {
  const rows = await backUp(readConfig(), resolve(file), () => Temporal.Now.instant().toString());
  process.stdout.write(`${backupWords.backedUp(file, rows)}\n`);
});
