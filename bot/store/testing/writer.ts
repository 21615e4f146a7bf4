// A process that keeps one exchange after another until it is killed. Prints each key once it is kept.
import { writeSync } from 'node:fs';
import process from 'node:process';
import type { StorePlace } from '../database.ts';
import { openStore } from '../open-store.ts';
import { answered, NOW, said } from './people.ts';

const [place, run] = process.argv.slice(2) as [string, string];
const store = await openStore(JSON.parse(place) as StorePlace, () => NOW);
for (let n = 1; ; n += 1) {
  const key = `${run}-${n}`;
  const { version } = await store.world('bi-thu');
  const changes = ['x', 'y'].map(requirement => answered('a1', requirement, { count: n }, key));
  const kept = await store.keep('bi-thu', { key }, said(key, key), changes, version);
  // Written before going on: what stands here was acknowledged.
  writeSync(1, `${key} ${kept}\n`);
}
