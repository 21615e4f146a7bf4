import type { z } from 'zod';
import type { Clause, Silence, Span, Subject, Topic } from '../plan.ts';
import type { PassageFinder } from './passage.ts';
import type { topicsFile } from './plan-file.ts';
import type { FileProblem } from './yaml-file.ts';

/** The parts of a plan that topics point into. */
export interface TopicGround {
  finder: PassageFinder;
  clauses: readonly Clause[];
  subjects: readonly Subject[];
}

/** Topics and silences with their passages found; an entry that does not fit is left out and reported. */
export function topicsOf(
  file: z.infer<typeof topicsFile>,
  ground: TopicGround,
): { topics: Topic[]; silences: Silence[]; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const topics: Topic[] = [];
  for (const [index, entry] of (file?.topics ?? []).entries()) {
    const name = `“topics” thứ ${index + 1} (“${entry.asks[0]}”)`;
    const strangers = entry.for.filter(id => !ground.subjects.some(subject => subject.id === id));
    if (strangers.length > 0) {
      problems.push({
        message: `${name}: “for” nêu đối tượng không có trong plan.yaml: ${strangers.join(', ')}.`,
      });
      continue;
    }
    const cites = spansOf(entry.cites, entry.in, name, ground, problems);
    if (cites) topics.push({ asks: entry.asks, cites, kind: entry.kind, for: entry.for, all: entry.all });
  }
  const silences: Silence[] = [];
  for (const [index, entry] of (file?.silences ?? []).entries()) {
    const name = `“silences” thứ ${index + 1} (“${entry.asks[0]}”)`;
    const near = spansOf(entry.near, undefined, name, ground, problems);
    if (near) silences.push({ asks: entry.asks, about: entry.about, near });
  }
  return { topics, silences, problems };
}

function spansOf(
  passages: readonly string[],
  clauseId: string | undefined,
  name: string,
  { finder, clauses }: TopicGround,
  problems: FileProblem[],
): Span[] | null {
  const within = clauseId === undefined ? undefined : reachOf(clauseId, clauses);
  if (within === null) {
    problems.push({
      message: `${name}: không có điều khoản nào mang địa chỉ “${clauseId}”. Hãy sửa lại “in”.`,
    });
    return null;
  }
  const spans = passages.map(passage => finder.find(passage, within));
  for (const [index, span] of spans.entries()) {
    if (span) continue;
    const place = clauseId === undefined ? 'văn bản' : `“${clauseId}”`;
    problems.push({
      message: `${name}: không thấy trong ${place} đoạn “${passages[index]}”. Hãy chép lại đúng nguyên văn.`,
    });
  }
  return spans.every(span => span !== null) ? spans : null;
}

/** From the first to the last character of a clause and all that stands under it. */
function reachOf(id: string, clauses: readonly Clause[]): Span | null {
  const found = clauses.filter(
    clause => clause.id === id || clause.id.startsWith(`${id}.`) || clause.id.startsWith(`${id} `),
  );
  if (found.length === 0) return null;
  return {
    start: Math.min(...found.map(({ start }) => start)),
    end: Math.max(...found.map(({ until }) => until)),
  };
}
