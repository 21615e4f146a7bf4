import { afterAll, beforeAll } from 'vitest';
import type { TestPostgres } from './testing/start-postgres.ts';
import { startPostgres } from './testing/start-postgres.ts';
import { storeFacts } from './testing/store-facts.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

storeFacts('PostgreSQL', async () => ({ dataDir: '/khong-dung', databaseUrl: await postgres.newDatabase() }));
