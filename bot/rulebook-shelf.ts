import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rulebook } from '../evaluators/index.ts';
import { builtInRulebooks, loadRulebooks, readRulebook } from '../evaluators/index.ts';
import type { RulebookShelf } from './dialogues/assess/rulebook-shelf.ts';

/**
 * The rulebooks in force, read when first needed. A copy of each edition is put aside in `directory`, so that a
 * self-assessment begun under an earlier one can still be judged by it and compared.
 */
export function openRulebookShelf(directory: string, folder: string = builtInRulebooks): RulebookShelf {
  let loaded: ReadonlyMap<string, Rulebook> | null = null;
  const inForce = (): ReadonlyMap<string, Rulebook> => {
    if (loaded) return loaded;
    loaded = loadRulebooks(folder).rulebooks;
    for (const rulebook of loaded.values()) putAside(rulebook, folder, directory);
    return loaded;
  };
  return {
    of: plan => inForce().get(plan) ?? null,
    plans: () => [...inForce().keys()],
    edition(plan, hash) {
      const present = inForce().get(plan);
      if (present?.hash === hash) return present;
      const file = copyOf(directory, plan, hash);
      if (!existsSync(file)) return null;
      const { rulebook } = readRulebook({ id: plan, file, text: readFileSync(file, 'utf8'), duties: null });
      return rulebook?.hash === hash ? rulebook : null;
    },
  };
}

function copyOf(directory: string, plan: string, hash: string): string {
  return join(directory, `${plan}.${hash.replace(/^sha256:/, '').slice(0, 16)}.yaml`);
}

/** A copy that cannot be made, for a full disk, costs the comparison later, never the assessment now. */
function putAside({ id, hash }: Rulebook, folder: string, directory: string): void {
  const file = copyOf(directory, id, hash);
  if (existsSync(file)) return;
  try {
    mkdirSync(directory, { recursive: true });
    const half = `${file}.${process.pid}`;
    writeFileSync(half, readFileSync(join(folder, `${id}.yaml`)));
    renameSync(half, file);
  } catch {}
}
