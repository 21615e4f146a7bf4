import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load as parse } from 'js-yaml';
import { passagesOf } from '../../../search/passages.ts';
import { knowledge } from '../../../testing/five-plans.ts';
import type { Claim, GivenSpan } from '../claim.ts';
import { gate } from '../gate.ts';

/** Claims about one sentence of a plan. */
export interface ClaimSet {
  plan: string;
  /** A piece of the sentence that is cited. */
  cites: string;
  span: GivenSpan;
  truths: readonly string[];
  lies: readonly string[];
}

const FOLDER = join(import.meta.dirname, 'claims');

/** The parts that there are, in the order they were written: `01`, `02`, … */
export const PARTS: readonly string[] = readdirSync(FOLDER)
  .map(file => file.replace('.yaml', ''))
  .sort();

export function claimSets(part: string): ClaimSet[] {
  return readSets(join(FOLDER, `${part}.yaml`));
}

/** Lies that cross the words of one sentence. */
export const crossedSets = (): ClaimSet[] => readSets(join(import.meta.dirname, 'crossed.yaml'));

function readSets(file: string): ClaimSet[] {
  const rows = parse(readFileSync(file, 'utf8')) as Omit<ClaimSet, 'span'>[];
  return rows.map(row => ({
    ...row,
    truths: row.truths ?? [],
    lies: row.lies ?? [],
    span: spanOf(row.plan, row.cites),
  }));
}

/** Claims that may rest on each of some sentences of one plan. */
export interface SeveralSet {
  spans: readonly GivenSpan[];
  truths: readonly string[];
  lies: readonly string[];
}

export function severalSets(): SeveralSet[] {
  const folder = join(import.meta.dirname, 'several');
  const rows = readdirSync(folder).flatMap(
    file =>
      parse(readFileSync(join(folder, file), 'utf8')) as {
        plan: string;
        cites: string[];
        truths?: string[];
        lies?: string[];
      }[],
  );
  return rows.map(({ plan, cites, truths, lies }) => ({
    spans: cites.map(words => spanOf(plan, words)),
    truths: truths ?? [],
    lies: lies ?? [],
  }));
}

/** The sentence of a plan that holds some words. */
export function spanOf(id: string, words: string): GivenSpan {
  const plan = knowledge.plan(id)!;
  const found =
    passagesOf(plan).find(({ start, end }) => plan.text.slice(start, end).includes(words)) ??
    // Over the end of one: the sentence that the words begin in.
    passagesOf(plan).find(
      ({ start, end }) => start <= plan.text.indexOf(words) && plan.text.indexOf(words) < end,
    );
  if (!found) throw new Error(`no sentence of ${id} holds “${words}”`);
  return { plan: id, start: found.start, end: found.end };
}

/** What the gate does with one claim that cites `given` under the ids s1, s2, …; `scope`: its plans unless told. */
export function judged(
  text: string,
  given: readonly GivenSpan[],
  more: Partial<{ claim: Claim; scope: string[] }> = {},
) {
  const ids = given.map((_, i) => `s${i + 1}`);
  return gate([more.claim ?? { text, spans: ids }], {
    given: new Map(given.map((span, i) => [ids[i]!, span])),
    scope: new Set(more.scope ?? given.map(span => span.plan)),
    plan: id => knowledge.plan(id),
  });
}

export const stands = (text: string, set: ClaimSet): boolean => judged(text, [set.span]).kept.length > 0;
