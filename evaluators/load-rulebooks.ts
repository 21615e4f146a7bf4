/**
 * Reads rulebooks: `<id>.yaml` and, beside it, `<id>.duties.yaml`. A rulebook with a mistake is left out and
 * its problems are returned; the others are loaded. One wrong rule must not be half in force.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDuties } from './check-duties.ts';
import { checkRulebook } from './check-rulebook.ts';
import { dutiesFileSchema } from './duty.ts';
import { parseYamlFile } from './parse-yaml-file.ts';
import type { Problem } from './problem.ts';
import { type Rulebook, rulebookSchema } from './rulebook.ts';

export interface LoadedRulebooks {
  /** By plan id, in order of the ids. */
  rulebooks: ReadonlyMap<string, Rulebook>;
  problems: Problem[];
}

/** The five rulebooks of the project. */
export const builtInRulebooks = join(import.meta.dirname, 'rulebooks');

export interface RulebookTexts {
  id: string;
  file: string;
  text: string;
  duties: { file: string; text: string } | null;
}

/** One rulebook from its texts, or what is wrong in them. */
export function readRulebook(texts: RulebookTexts): { rulebook: Rulebook | null; problems: Problem[] } {
  const main = parseYamlFile(texts.text, texts.file, rulebookSchema);
  const problems = [...main.problems];
  if (main.value === null) return { rulebook: null, problems };
  problems.push(...main.locate(checkRulebook(main.value)));
  if (main.value.id !== texts.id)
    problems.push(
      ...main.locate([{ path: ['id'], wrong: `mã “${main.value.id}” khác tên tệp`, right: `“${texts.id}”` }]),
    );
  let dutiesFile = { duties: [], examples: [] } as ReturnType<typeof dutiesFileSchema.parse>;
  if (texts.duties !== null) {
    const duties = parseYamlFile(texts.duties.text, texts.duties.file, dutiesFileSchema);
    problems.push(...duties.problems);
    if (duties.value !== null) {
      dutiesFile = duties.value;
      const subjects = new Set(main.value.subjects.map(({ id }) => id));
      problems.push(...duties.locate(checkDuties(duties.value, subjects)));
    }
  }
  if (problems.length > 0) return { rulebook: null, problems };
  const hash = `sha256:${createHash('sha256').update(texts.text, 'utf8').digest('hex')}`;
  const rulebook = { ...main.value, duties: dutiesFile.duties, dutyExamples: dutiesFile.examples, hash };
  return { rulebook, problems };
}

/** Reads every rulebook of a folder. */
export function loadRulebooks(folder: string = builtInRulebooks): LoadedRulebooks {
  const rulebooks = new Map<string, Rulebook>();
  const problems: Problem[] = [];
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.yaml') && !name.endsWith('.duties.yaml'))
    .sort();
  for (const name of files) {
    const id = name.slice(0, -'.yaml'.length);
    const file = join(folder, name);
    const dutiesFile = join(folder, `${id}.duties.yaml`);
    const duties = existsSync(dutiesFile)
      ? { file: dutiesFile, text: readFileSync(dutiesFile, 'utf8') }
      : null;
    const read = readRulebook({ id, file, text: readFileSync(file, 'utf8'), duties });
    problems.push(...read.problems);
    if (read.rulebook !== null) rulebooks.set(id, read.rulebook);
  }
  return { rulebooks, problems };
}
