import { cleanMessage } from '../vietnamese/clean-message.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Lexicon } from '../vietnamese/lexicon.ts';
import { readTypedWords } from '../vietnamese/read-words.ts';
import type { Word } from '../vietnamese/words.ts';
import type { Asked } from './asked.ts';
import { aspectsOf } from './aspects.ts';
import { documentNumbers } from './document-numbers.ts';
import type { NamedPlan, PlanNames } from './plan-names.ts';
import { readDay } from './read-dates.ts';
import { readNumbers } from './read-numbers.ts';

/** One question, read. */
export interface ReadQuestion extends Asked {
  /** The question as it was typed, with its capitals and signs. */
  said: string;
  /** What is asked, without courtesies and without the names of plans. */
  words: Word[];
  /** The question as typed, folded: addresses and numbers are looked for here. */
  typed: string;
  /** What was said before the question, and other readings of short forms: they help, they are not asked. */
  context: Word[];
  named: NamedPlan[];
  /** It speaks of the asker's own side beside another: “bên mình với Cần Đước”. */
  ownSide: boolean;
  comparing: boolean;
  /** Numbers of documents as typed, folded, without spaces: `07-kh/hu`. */
  documents: string[];
  /** “các kế hoạch”, “5 văn bản”: every plan is meant. */
  everyPlan: boolean;
}

const OWN =
  /\b(cua|ben|huyen|cho|dang bo|don vi|khoi|cong ty|xa|minh|noi) (minh|toi|em|tui|ta|chung toi|day)\b|ke hoach (nay|cua toi|cua minh)/;
const COMPARE =
  /so sanh|so voi (ke hoach|huong dan|ben|huyen)|khac (nhau|gi|biet|cho nao|the nao|voi|hon)|giong (nhau|khong|voi|nhu)|\bvs\b|doi chieu|co giong|diem khac|khac o|khac khong/;
const EVERY =
  /(cac|ca|tat ca|nhung|5|nam) (ke hoach|van ban|plan|huyen|noi)|ke hoach nao (co|quy dinh|cho|yeu cau)|van ban nao (co quy dinh|quy dinh)/;

/** Splits a message into its questions; a statement before a question becomes its context. */
export function readMessage(text: string, lexicon: Lexicon, names: PlanNames): ReadQuestion[] {
  const segments = segmentsOf(cleanMessage(text));
  const questions = segments.map(({ asked, before }) => readQuestion(asked, before, lexicon, names));
  return questions.filter(q => q.words.length > 0 || q.named.length > 0);
}

function readQuestion(asked: string, before: string, lexicon: Lexicon, names: PlanNames): ReadQuestion {
  const read = readTypedWords(asked, lexicon);
  const earlier = before === '' ? { words: [], others: [] } : readTypedWords(before, lexicon);
  const named = names.find(read.words);
  const namedBefore = names.find(earlier.words).map(n => ({ ...n, from: -1, to: -1 }));
  const folded = read.words.map(w => w.folded).join(' ');
  const ownSide = OWN.test(fold(asked));
  const comparing = COMPARE.test(folded) || (ownSide && named.length > 0);
  // A model's name (“ba tốt”) is also what is asked about: it stays, the other names of a plan go.
  const isModel = (n: NamedPlan): boolean => read.words.slice(n.from, n.to).some(w => w.folded === 'tot');
  const unnamed = read.words.filter((_, i) => !named.some(n => i >= n.from && i < n.to && !isModel(n)));
  const everyPlan = EVERY.test(folded);
  const asking = comparing ? withoutComparison(unnamed) : unnamed;
  const words = everyPlan ? asking.slice(everyPlanPrefix(asking)) : asking;
  return {
    said: asked.trim(),
    words,
    folded,
    told: [...earlier.words, ...read.words].map(w => w.folded).join(' '),
    typed: fold(asked),
    aspects: aspectsOf(folded),
    numbers: readNumbers([...earlier.words, ...words]),
    day: readDay(folded) ?? readDay(earlier.words.map(w => w.folded).join(' ')),
    context: [...read.others, ...earlier.words],
    named: named.length > 0 ? named : namedBefore,
    ownSide,
    comparing,
    documents: documentNumbers(asked),
    everyPlan,
  };
}

/** How many words at the beginning only say “kế hoạch nào có quy định”. */
function everyPlanPrefix(words: readonly Word[]): number {
  const said = words.map(w => w.folded).join(' ');
  const prefix =
    /^(?:trong |o )?(?:ke hoach|van ban|huong dan) nao (?:co |)?(?:quy dinh |noi |cho |yeu cau )?(?:ve |viec )?/.exec(
      said,
    )?.[0] ?? '';
  return prefix.trim() === '' ? 0 : prefix.trim().split(' ').length;
}

// What is compared is asked of each plan by itself: the words of comparing, and the models' names, are left out.
const COMPARISON = new Set('so sanh khac nhau giong voi vs ben minh con'.split(' '));

function withoutComparison(words: readonly Word[]): Word[] {
  return words.filter((w, i) => {
    const model = /^\d$/.test(w.folded) && words[i + 1]?.folded === 'tot';
    const afterModel = w.folded === 'tot' && /^\d$/.test(words[i - 1]?.folded ?? '');
    return !model && !afterModel && !COMPARISON.has(w.folded);
  });
}

const ASKING =
  /(?<![\p{L}])(?:xin hỏi|cho (?:\p{L}+ ){0,2}hỏi|xin được hỏi|muốn hỏi|hỏi là|cho (?:\p{L}+ )?biết|cho (?:\p{L}+ )?hoi|xin hoi|muon hoi)(?![\p{L}])[:,]?/giu;

function segmentsOf(text: string): { asked: string; before: string }[] {
  const sentences = text
    .split(/(?<=[?？])\s+|\n+|(?<=[.!;])\s+(?=\p{Lu})/u)
    .filter(s => /[\p{L}\p{N}]/u.test(s));
  const out: { asked: string; before: string }[] = [];
  let before = '';
  for (const sentence of sentences) {
    const marks = [...sentence.matchAll(ASKING)];
    const at = marks.length > 0 ? marks.at(-1)!.index + marks.at(-1)![0].length : 0;
    const body = sentence.slice(at);
    if (/[?？]\s*$/u.test(sentence) || marks.length > 0) {
      if (!/[\p{L}\p{N}]/u.test(body)) continue;
      out.push({ asked: body, before: `${before} ${sentence.slice(0, at)}`.trim() });
    } else before = `${before} ${sentence}`;
  }
  // Nothing looks like a question: all of it is.
  if (out.length === 0) return [{ asked: text.replace(/\n/g, ' '), before: '' }];
  // What follows the last question (“cảm ơn nhiều”, “bên em là chi bộ ấp”) is context too.
  return out;
}
