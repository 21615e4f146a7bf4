import type { Share } from '../../../../evaluators/index.ts';
import { numbersOf } from './two-numbers.ts';
import type { TypedAnswer } from './typed-answer.ts';
import { answered, UNREADABLE } from './typed-answer.ts';

/** “80/2000; 78/2000”: one share a year, with or without the years' names. */
export function readYearly(marked: string): TypedAnswer {
  const bare = marked.replace(/(?:nam )?#(?:19|20)\d{2} (?::|la|co)(?= )/g, ' ');
  const pair = /#(\d+)(?: [a-z]+){0,4} (?:\/|tren|trong)(?: [a-z]+){0,4} #(\d+)/g;
  const years: Share[] = [];
  for (const [, part, whole] of bare.matchAll(pair)) {
    if (Number(part) > Number(whole)) {
      return {
        kind: 'unreadable',
        reason: { why: 'part-above-whole', part: Number(part), whole: Number(whole) },
      };
    }
    years.push({ part: Number(part), whole: Number(whole) });
  }
  if (years.length === 0 || years.length > 10 || numbersOf(bare).length !== 2 * years.length)
    return UNREADABLE;
  return answered({ years });
}
