/**
 * One requirement, one answer, one outcome: a requirement is compiled once into the function that judges it.
 *
 * Nothing unknown passes: what is left out, "unknown", a whole of 0, or a value that is no answer at all
 * comes out as `unknown`. A target of 0 and a reason why it does not apply come out as `na`.
 */
import type { Answer, Share } from './answer.ts';
import type { Outcome } from './evaluation.ts';
import { compareToBound, holds, meanHolds, readPercentageTest } from './percentage-test.ts';
import { rankTitle, readRankTest } from './rank-test.ts';
import { type Rank, type Requirement, ranks } from './rulebook.ts';

export interface Judgement {
  readonly outcome: Outcome;
  readonly detail: string;
  /** Basis of a recorded decision that stands for the answer. */
  readonly override?: string;
}

export type Judge = (answer: Answer | undefined) => Judgement;

const unanswered: Judgement = { outcome: 'unknown', detail: 'chưa trả lời' };
const unknown: Judgement = { outcome: 'unknown', detail: 'chưa có số liệu' };
const unreadable: Judgement = { outcome: 'unknown', detail: 'câu trả lời không đúng loại, không được tính' };
const said: Judgement = { outcome: 'met', detail: 'đã đáp ứng' };
const denied: Judgement = { outcome: 'unmet', detail: 'chưa đáp ứng' };

/** Judges what is particular to the kind; null: the value is no answer of this kind. */
type KindJudge = (answer: Answer) => Judgement | null;

const isObject = (answer: Answer): answer is Exclude<Answer, string> =>
  typeof answer === 'object' && answer !== null;

const judgement = (met: boolean, detail: string): Judgement => ({ outcome: met ? 'met' : 'unmet', detail });

const statement: KindJudge = answer => (answer === 'met' ? said : answer === 'unmet' ? denied : null);

function share(text: string): KindJudge {
  const test = readPercentageTest(text)!;
  const needs = `, cần ${test.words}`;
  return answer => {
    if (!isObject(answer) || !('whole' in answer)) return null;
    const { part, whole } = answer;
    if (whole === 0) return { outcome: 'unknown', detail: `${part}/0, chưa tính được tỷ lệ` };
    return judgement(holds(test.operator, compareToBound(part, whole, test)), `${part}/${whole}${needs}`);
  };
}

const target: KindJudge = answer => {
  if (!isObject(answer) || !('target' in answer)) return null;
  const { done, target } = answer;
  if (target === 0) return { outcome: 'na', detail: 'không áp dụng: chỉ tiêu được giao là 0' };
  return judgement(done >= target, `${done}/${target}, cần đủ ${target}`);
};

const none = judgement(true, '0, cần bằng 0');

const count: KindJudge = answer => {
  if (!isObject(answer) || !('count' in answer)) return null;
  return answer.count === 0 ? none : judgement(false, `${answer.count}, cần bằng 0`);
};

function rank(text: string): KindJudge {
  const floor = readRankTest(text)!;
  const judged = new Map<unknown, Judgement>(
    ranks.map((rank, at) => [
      rank,
      judgement(at >= ranks.indexOf(floor), `${rankTitle(rank)}, cần ${rankTitle(floor)} trở lên`),
    ]),
  );
  return answer => judged.get(answer as Rank) ?? null;
}

const better = judgement(true, 'tốt hơn cùng kỳ');
const equal = judgement(false, 'bằng cùng kỳ, cần tốt hơn');
const worse = judgement(false, 'kém cùng kỳ, cần tốt hơn');

const comparison: KindJudge = answer => {
  if (answer === 'better') return better;
  if (answer === 'equal') return equal;
  if (answer === 'worse') return worse;
  if (!isObject(answer) || !('now' in answer)) return null;
  return judgement(answer.now > answer.before, `${answer.now}, cùng kỳ ${answer.before}, cần cao hơn`);
};

function yearly(text: string): KindJudge {
  const test = readPercentageTest(text)!;
  return answer => {
    if (!isObject(answer) || !('years' in answer) || answer.years.length === 0) return null;
    const years = answer.years as Share[];
    const shown = years.map(({ part, whole }) => `${part}/${whole}`).join('; ');
    if (years.some(({ whole }) => whole === 0))
      return { outcome: 'unknown', detail: `${shown}: có năm mẫu số là 0, chưa tính được bình quân` };
    return judgement(meanHolds(years, test), `bình quân ${years.length} năm (${shown}), cần ${test.words}`);
  };
}

function ofKind(requirement: Requirement): KindJudge {
  switch (requirement.kind) {
    case 'statement':
      return statement;
    case 'share':
      return share(requirement.test);
    case 'target':
      return target;
    case 'count':
      return count;
    case 'rank':
      return rank(requirement.test);
    case 'comparison':
      return comparison;
    case 'yearly':
      return yearly(requirement.test);
  }
}

/** The function that judges answers to this requirement. Its test must have been checked on loading. */
export function judgeOf(requirement: Requirement): Judge {
  const kindJudge = ofKind(requirement);
  return answer => {
    if (answer === undefined) return unanswered;
    if (answer === 'unknown') return unknown;
    if (isObject(answer)) {
      if ('na' in answer) return { outcome: 'na', detail: `không áp dụng: ${answer.na}` };
      if ('override' in answer) {
        const met = answer.override === 'met';
        return {
          outcome: met ? 'met' : 'unmet',
          detail: `${met ? 'đã đáp ứng' : 'chưa đáp ứng'} theo quyết định được ghi lại: ${answer.basis}`,
          override: answer.basis,
        };
      }
    }
    return kindJudge(answer) ?? unreadable;
  };
}
