import { askWhen } from './ask-when.ts';
import { resolveWhen } from './resolve-when.ts';
import { restOf } from './rest-of.ts';
import { type SaidWhen, saidWhen } from './said-when.ts';
import { type TypedText, typedText } from './typed-text.ts';
import type { ReadWhen, ReadWhenContext } from './when-said.ts';

/**
 * When a sentence says that something is to be, and what: time phrases in Vietnamese with or without diacritics,
 * anywhere in it. What is not understood or has two meanings is asked, never guessed.
 */
export function readWhen(text: string, context: ReadWhenContext): ReadWhen {
  const whole = text.normalize('NFC');
  if (whole.length > LONGEST)
    return { kind: 'ask', about: 'when', said: '', at: whole.length, frame: [', ', ''], rest: whole };
  // A date in brackets explains the phrase before it; alone it is the date.
  const explained = whole.replace(EXPLANATION, found => ' '.repeat(found.length));
  const read = readPlain(explained, context);
  if (read.kind === 'read' || explained === whole) return read;
  if (read.about === 'when') return readPlain(whole, context);
  return { ...read, said: whole.slice(read.at, read.at + read.said.length) };
}

/** Characters: what is longer is no sentence about a reminder. */
const LONGEST = 2000;
const EXPLANATION = /\((?:\s|[\d/.,-]|ngày|ngay|tức|tuc|là|la|và|va|dương lịch|duong lich)+\)/giu;

function readPlain(text: string, context: ReadWhenContext): ReadWhen {
  const typed = typedText(text);
  const said = saidWhen(typed, context.now, context.today);
  const read = said.doubt ? { doubt: said.doubt } : resolveWhen(said, context);
  if ('doubt' in read) return askWhen(typed.text, restOf(typed), read.doubt, said);
  return {
    kind: 'read',
    schedule: read.schedule,
    rest: read.repeatUsed ? restOf(typed) : restKeeping(typed, said),
  };
}

/** “báo cáo hằng tháng, ngày 15/12”: how often belongs to what, not to when. */
function restKeeping(typed: TypedText, { repeat }: SaidWhen): string {
  if (repeat === null) return restOf(typed);
  const again = typedText(typed.text);
  const left = typed.left();
  for (let i = 0; i < left.length; i += 1)
    if ((i < repeat.start || i >= repeat.end) && left.charCodeAt(i) <= 5) again.mask(i, i + 1, left[i]);
  return restOf(again);
}
