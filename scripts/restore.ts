// `npm run restore -- FILE [--overwrite]`: puts a backup in the place of what is kept, all of it or nothing.
import { resolve } from 'node:path';
import process from 'node:process';
import { backupWords, readConfig } from '../bot/index.ts';
import { restore } from '../bot/store/index.ts';
import { runStoreCommand } from './run-store-command.ts';

await runStoreCommand(backupWords.restoreUsage, ['overwrite'], async ({ file, flags }) => {
  const { rows, setAside } = await restore(readConfig(), resolve(file), {
    overwrite: flags.includes('overwrite'),
    now: () => Temporal.Now.instant().toString(),
  });
  process.stdout.write(`${backupWords.restored(file, rows)}\n`);
  if (setAside !== null) process.stdout.write(`${backupWords.setAside(setAside)}\n`);
});
