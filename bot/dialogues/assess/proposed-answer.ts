import type { Answer, Requirement } from '../../../evaluators/index.ts';
import { readAnswer } from '../../../evaluators/index.ts';
import type { Proposed, SentenceToRead } from '../../../knowledge/index.ts';
import { answerChoices, numberLabels } from '../../words/requirement-words.ts';
import { foldWord, markedText } from './read/marked-text.ts';
import { numbersOf, saysAll } from './read/two-numbers.ts';

/** A sentence that the walk's own reader could not read; somebody else may, and the person then confirms it. */
export interface Unread extends SentenceToRead {
  /** Id of the requirement that was asked. */
  requirement: string;
}

/** What was read in the sentence of an `Unread`. */
export interface Proposal {
  requirement: string;
  read: Proposed;
}

/** What could be read in a sentence by other means; null: nothing of one or two numbers or a choice. */
export function unreadOf(requirement: Requirement, sentence: string): Unread | null {
  if (!/\p{L}/u.test(sentence) || requirement.kind === 'yearly') return null;
  const numbers = numberLabels(requirement);
  const choices = numbers.length > 0 ? [] : answerChoices(requirement);
  return { requirement: requirement.id, sentence, question: requirement.question, numbers, choices };
}

// Words without which a choice was not said, and those that take it back.
const NOT = ['không', 'chưa'];
const LACK = [...NOT, ...'thiếu|còn|chậm|trễ|yếu|kém|ít|bỏ|sai|mất|tồn|nợ|vi phạm|hạn chế'.split('|')];
const SAID: Readonly<Record<string, { some: readonly string[]; none: readonly string[] }>> = {
  met: {
    some: 'đạt|đủ|đầy đủ|tốt|rồi|xong|có|đã|hoàn thành|đúng|đảm bảo|bảo đảm|được|thực hiện|ổn'.split('|'),
    none: LACK,
  },
  unmet: { some: LACK, none: [] },
  better: { some: 'hơn|cao|tăng|vượt|nhiều'.split('|'), none: [...NOT, 'kém', 'thấp', 'giảm', 'ít'] },
  equal: { some: 'bằng|ngang|như|giữ|không đổi'.split('|'), none: ['hơn', 'tăng', 'giảm'] },
  worse: { some: [...NOT, 'kém', 'thấp', 'giảm', 'ít', 'sụt'], none: [] },
  'hoan-thanh-xuat-sac-nhiem-vu': { some: ['xuất sắc'], none: NOT },
  'hoan-thanh-tot-nhiem-vu': { some: ['tốt'], none: [...NOT, 'xuất sắc'] },
  'hoan-thanh-nhiem-vu': { some: ['hoàn thành'], none: [...NOT, 'xuất sắc', 'tốt'] },
  'khong-hoan-thanh-nhiem-vu': { some: [...NOT, 'yếu', 'kém'], none: [] },
};

/** Whether one of the words is said; without diacritics, where the whole sentence has none. */
function says(sentence: string, words: readonly string[]): boolean {
  const said = ` ${(
    sentence
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).join(' ')} `;
  const unmarked = foldWord(said) === said;
  return words.some(word => said.includes(` ${unmarked ? foldWord(word) : word} `));
}

/**
 * A proposal as an answer that may be shown for confirmation; null where it does not fit the requirement, or says a
 * number or a choice that the sentence does not.
 */
export function proposedAnswer(
  requirement: Requirement,
  sentence: string,
  { read }: Proposal,
): Answer | null {
  const { proposed } = read;
  if ('choice' in proposed) {
    if (!answerChoices(requirement).some(({ id }) => id === proposed.choice)) return null;
    const said = SAID[proposed.choice];
    if (!said || !says(sentence, said.some) || says(sentence, said.none)) return null;
  } else if (!standsIn(Object.values(proposed.numbers), sentence)) return null;
  const answer = readAnswer(requirement, 'choice' in proposed ? proposed.choice : { ...proposed.numbers });
  return answer.ok ? answer.answer : null;
}

/** Each number is said, and as often as it is used, unless it is all of a whole; nothing at all is said by “không”. */
function standsIn(numbers: readonly number[], sentence: string): boolean {
  const marked = markedText(sentence);
  const said = numbersOf(marked).map(({ value }) => value);
  const all = said.length === 1 && saysAll(marked);
  return numbers.every(number => {
    const at = said.indexOf(number);
    if (at === -1) return number === 0 && says(sentence, NOT);
    if (!all) said.splice(at, 1);
    return true;
  });
}
