import { afterAll, beforeAll } from 'vitest';
import { remindFacts } from './testing/remind-facts.ts';
import type { TestPostgres } from './testing/start-postgres.ts';
import { startPostgres } from './testing/start-postgres.ts';
import { storeFacts } from './testing/store-facts.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const newPlace = async () => ({ dataDir: '/khong-dung', databaseUrl: await postgres.newDatabase() });
storeFacts('PostgreSQL', newPlace);
remindFacts('PostgreSQL', newPlace);
