import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remindFacts } from './testing/remind-facts.ts';
import { storeFacts } from './testing/store-facts.ts';

const newPlace = async () => ({ dataDir: mkdtempSync(join(tmpdir(), 'store-')), databaseUrl: null });
storeFacts('SQLite', newPlace);
remindFacts('SQLite', newPlace);
