import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeFacts } from './testing/store-facts.ts';

storeFacts('SQLite', async () => ({ dataDir: mkdtempSync(join(tmpdir(), 'store-')), databaseUrl: null }));
