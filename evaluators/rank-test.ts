/** Ranks of the annual rating: `>= hoan-thanh-tot-nhiem-vu`. */
import { type Rank, ranks } from './rulebook.ts';

const titles: Record<Rank, string> = {
  'khong-hoan-thanh-nhiem-vu': 'không hoàn thành nhiệm vụ',
  'hoan-thanh-nhiem-vu': 'hoàn thành nhiệm vụ',
  'hoan-thanh-tot-nhiem-vu': 'hoàn thành tốt nhiệm vụ',
  'hoan-thanh-xuat-sac-nhiem-vu': 'hoàn thành xuất sắc nhiệm vụ',
};

/** As people say it. */
export const rankTitle = (rank: Rank): string => titles[rank];

/** The lowest rank that passes; null when the text is no such test or every rank would pass. */
export function readRankTest(text: string): Rank | null {
  const name = text.startsWith('>= ') ? text.slice(3) : '';
  return ranks.slice(1).find(rank => rank === name) ?? null;
}
