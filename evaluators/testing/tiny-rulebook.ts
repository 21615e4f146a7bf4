/** Small rulebooks in which everything can be enumerated, and the real ones, loaded once. */
import type { Answer } from '../answer.ts';
import { loadRulebooks } from '../load-rulebooks.ts';
import type { Requirement, Rulebook } from '../rulebook.ts';

const loaded = loadRulebooks();

/** A built-in rulebook. */
export function rulebook(id: string): Rulebook {
  const found = loaded.rulebooks.get(id);
  if (found === undefined) throw new Error(`no rulebook ${id}: ${JSON.stringify(loaded.problems)}`);
  return found;
}

export const allRulebooks = [...loaded.rulebooks.values()];

/** Every subject of every rulebook, as rows for `test.each`. */
export const allSubjects = allRulebooks.flatMap(book =>
  book.subjects.map(({ id }) => ({ book, subject: id })),
);

/** A requirement of the kind with the least that makes it valid. */
export const requirement = (over: Record<string, unknown>): Requirement =>
  ({
    id: 'r',
    kind: 'statement',
    title: 'r',
    question: 'r?',
    help: 'r',
    counted: true,
    encouraged: false,
    clause: 'I',
    quote: 'r',
    labels: { part: 'phần', whole: 'tổng', done: 'việc', target: 'chỉ tiêu', count: 'vụ' },
    ...over,
  }) as unknown as Requirement;

/** A verdict over all criteria; each criterion is a list of requirements. */
export function tiny(
  criteria: { id: string; requirements: Requirement[]; beside?: boolean; whenEmpty?: 'na' | 'unknown' }[],
): Rulebook {
  return {
    id: 'tiny',
    name: 'Kế hoạch thử',
    type: 'Kế hoạch',
    force: { from: '2024-01-01', to: null },
    subjects: [{ id: 's', title: 'S' }],
    criteria: criteria.map(({ id, requirements, beside = false, whenEmpty = 'na' }) => ({
      id,
      title: id,
      clause: id,
      quote: id,
      beside,
      whenEmpty,
      requirements,
    })),
    verdict: {
      rule: 'all',
      words: { met: 'đạt', unmet: 'không đạt', unknown: 'chưa đủ dữ liệu' },
      grounds: [{ clause: 'I', quote: 'I' }],
    },
    isNot: ['tự rà soát'],
    caveats: [],
    readings: [],
    silences: [],
    authorities: [],
    templates: [],
    examples: [],
    duties: [],
    dutyExamples: [],
    hash: `sha256:${'0'.repeat(64)}`,
  };
}

export const fourAnswers: (Answer | undefined)[] = ['met', 'unmet', undefined, { na: 'không có' }];
