import type { Rank } from '../../../../evaluators/index.ts';
import type { TypedAnswer } from './typed-answer.ts';
import { answered, oneOf, UNREADABLE } from './typed-answer.ts';

// The longer name first: “hoàn thành tốt” has “hoàn thành” in it.
const NAMES: readonly [Rank, RegExp][] = [
  [
    'khong-hoan-thanh-nhiem-vu',
    /(?:^| )(?:khong hoan thanh(?: nhiem vu)?|khtnv|chua hoan thanh(?: nhiem vu)?|kem)(?= |$)/g,
  ],
  [
    'hoan-thanh-xuat-sac-nhiem-vu',
    /(?:^| )(?:hoan thanh xuat sac(?: nhiem vu)?|xuat sac|htxsnv|htxs|htsxnv)(?= |$)/g,
  ],
  ['hoan-thanh-tot-nhiem-vu', /(?:^| )(?:hoan thanh tot(?: nhiem vu)?|httnv|htt|tot)(?= |$)/g],
  ['hoan-thanh-nhiem-vu', /(?:^| )(?:hoan thanh(?: nhiem vu)?|htnv)(?= |$)/g],
];

/** “hoàn thành tốt nhiệm vụ”, “HTTNV”, “xuất sắc”. */
export function readRank(marked: string): TypedAnswer {
  const found: Rank[] = [];
  let rest = marked;
  for (const [rank, name] of NAMES) {
    const without = rest.replace(name, ' ');
    if (without !== rest) found.push(rank);
    rest = without;
  }
  if (found.length === 1) return answered(found[0]!);
  return found.length === 2 ? oneOf(found[0]!, found[1]!) : UNREADABLE;
}
