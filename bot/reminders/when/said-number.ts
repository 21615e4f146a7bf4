import { fold } from './typed-text.ts';

/** Numbers from 1 to 99 as digits or words, within patterns of `typed-text.ts`. */

const ONES = 'một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín';
const TENS = `(?:(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín) mươi|mười)(?: (?:${ONES}))?`;

export const NUMBER_WORD = `(?:${TENS}|một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín)`;
/** Words of ten and more. */
export const TENS_WORD = `(?:${TENS})`;
export const NUMBER = `(?:\\d{1,3}|${NUMBER_WORD})`;

const VALUES: Readonly<Record<string, number>> = {
  mot: 1,
  nhat: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  gieng: 1,
  chap: 12,
};
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** The number that digits, words, a month's name or a quarter's Roman numeral say. */
export function numberSaid(said: string): number {
  if (/^\d+$/.test(said)) return Number(said);
  const words = fold(said).toLowerCase().split(/\s+/);
  if (words.length === 1 && ROMAN[words[0]!] !== undefined) return ROMAN[words[0]!]!;
  const ten = words.indexOf('muoi');
  if (ten === -1) return VALUES[words[0]!] ?? Number.NaN;
  const tens = ten === 0 ? 1 : VALUES[words[0]!]!;
  return tens * 10 + (words[ten + 1] === undefined ? 0 : VALUES[words[ten + 1]!]!);
}
