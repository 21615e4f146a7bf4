// A process that looks at everybody who is due, a few at a time, until nobody is. Prints a point once it has begun.
import { writeSync } from 'node:fs';
import process from 'node:process';
import { once, openReminding } from './open-reminding.ts';

const [place, owner, at] = process.argv.slice(2) as [string, string, string];
const one = await openReminding(JSON.parse(place), owner, { now: Number(at) });
const decide = once('2026-12-03', Number(at) + 1e9, owner);
writeSync(1, '.');
while ((await one.rows.remind(20, Number(at), decide)).taken > 0);
await one.store.close();
