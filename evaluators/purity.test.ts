import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sources = readdirSync(import.meta.dirname)
  .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map(name => ({ name, text: readFileSync(join(import.meta.dirname, name), 'utf8') }));

test('[E21] evaluators import nothing of ours, no network and no model', () => {
  const allowed = new Set(['yaml', 'zod', 'node:crypto', 'node:fs', 'node:path']);
  for (const { name, text } of sources)
    for (const [, from] of text.matchAll(/(?:^(?:import|export)\b[^;]*? from |\bimport\()'([^']+)'/gm))
      expect(from!.startsWith('./') || allowed.has(from!), `${name} imports ${from}`).toBe(true);
});

test('[E21] only the loader touches files', () => {
  for (const { name, text } of sources)
    if (text.includes('node:fs') || text.includes('node:crypto')) expect(name).toBe('load-rulebooks.ts');
});

test('[E21] evaluators read no clock, no chance and no environment', () => {
  for (const { name, text } of sources)
    expect(text, name).not.toMatch(
      /Temporal\.Now|Date\.now|new Date|Math\.random|process\.env|fetch\(|setTimeout|performance/,
    );
});
