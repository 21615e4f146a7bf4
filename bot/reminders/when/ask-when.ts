/** What is asked back about when, and where in the sentence an answer belongs. */
import type { SaidWhen } from './said-when.ts';
import type { Doubt, ReadWhen } from './when-said.ts';

/** The question, with the words that it is about and where they stand. */
export function askWhen(text: string, rest: string, doubt: Doubt, said: SaidWhen): ReadWhen {
  const { start, end, frame, ...about } = doubt;
  const span = start === undefined || end === undefined ? spanOf(doubt, said) : { start, end };
  const { start: at, end: to } = span ?? { start: text.length, end: text.length };
  const words = text.slice(at, to);
  return {
    kind: 'ask',
    ...about,
    said: words,
    at,
    frame: frame ?? frameOf(doubt, words),
    rest,
  } as ReadWhen;
}

/** Where the days (and for a doubt about several or about midnight the hour) stand; null: nowhere. */
function spanOf(doubt: Doubt, { anchors, time, before }: SaidWhen): { start: number; end: number } | null {
  if (doubt.about === 'when' || doubt.about === 'hour') return null;
  const hour =
    (doubt.about === 'several' || doubt.about === 'midnight') && time && time.start >= 0 ? [time] : [];
  const spans = [...anchors, ...hour, ...(before && doubt.about !== 'day-of' ? [before] : [])];
  if (spans.length === 0) return null;
  return { start: Math.min(...spans.map(s => s.start)), end: Math.max(...spans.map(s => s.end)) };
}

function frameOf(doubt: Doubt, said: string): readonly [string, string] {
  switch (doubt.about) {
    case 'when':
    case 'hour':
      return [', ', ''];
    case 'part-of-day':
    case 'repeats':
    case 'days-before':
      return [said === '' ? ', ' : `${said} `, ''];
    case 'day-of':
      return ['', periodOf(doubt.unit, said)];
    default:
      return ['', ''];
  }
}

/** “đầu tuần sau” → “ tuần sau”: what a day of it is followed by. */
function periodOf(unit: string, said: string): string {
  if (unit !== 'week' && unit !== 'month') return /^(?:đầu|dau|trong)\s/iu.test(said) ? '' : ` ${said}`;
  const period = said.replace(/^(?:ngày\s+)?(?:đầu|dau|giữa|giua|cuối|cuoi|trong)\s+/iu, '');
  return ` ${/^\S+$/u.test(period) ? `${period} này` : period}`;
}
