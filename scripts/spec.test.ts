import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const ROOMS = ['bot', 'knowledge', 'evaluators', 'scripts'];

/** Rules that SPEC.md states: `**A4**`, or `**E1**–**E3**` for a run of them. */
function statedRules(): Set<string> {
  const spec = readFileSync(join(root, 'SPEC.md'), 'utf8');
  const rules = new Set<string>();
  for (const [, letter, from, to] of spec.matchAll(/\*\*([A-Z])(\d+)\*\*(?:–\*\*[A-Z](\d+)\*\*)?/g)) {
    for (let number = Number(from); number <= Number(to ?? from); number += 1)
      rules.add(`${letter}${number}`);
  }
  return rules;
}

/** Rules that stand in a title of a test or of a suite that several tests share. */
function heldRules(): Set<string> {
  const files = ROOMS.flatMap(room =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .map(file => join(root, room, file)),
  );
  const tags = files.flatMap(file => [...readFileSync(file, 'utf8').matchAll(/\[([A-Z]\d+)\]/g)]);
  return new Set(tags.map(([, rule]) => rule!));
}

it('every rule of SPEC.md stands in the title of a test, and every title’s rule in SPEC.md', () => {
  expect([...heldRules()].sort()).toEqual([...statedRules()].sort());
});
