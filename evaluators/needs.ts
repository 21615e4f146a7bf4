/** What it would take to meet a requirement that is unmet or unknown, in Vietnamese. */
import type { Answer } from './answer.ts';
import { nearestPart, readPercentageTest } from './percentage-test.ts';
import { rankTitle, readRankTest } from './rank-test.ts';
import type { Requirement } from './rulebook.ts';

type Of<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>;

function shareNeeds(requirement: Of<'share'>, answer: Answer | undefined): string {
  const test = readPercentageTest(requirement.test)!;
  if (typeof answer !== 'object' || !('whole' in answer) || answer.whole === 0)
    return `cần có số liệu và ${test.words}: ${requirement.title}`;
  const { part, whole } = answer;
  const enough = nearestPart(whole, test);
  const unit = requirement.labels.part;
  return enough > part
    ? `cần thêm ít nhất ${enough - part} ${unit}: ${enough}/${whole}`
    : `cần giảm ít nhất ${part - enough} ${unit}: còn nhiều nhất ${enough}/${whole}`;
}

function targetNeeds(requirement: Of<'target'>, answer: Answer | undefined): string {
  const { done, target } = requirement.labels;
  if (typeof answer !== 'object' || !('target' in answer)) return `cần có số liệu và đủ ${target}: ${done}`;
  return `cần thêm ít nhất ${answer.target - answer.done} ${done}: ${answer.target}/${answer.target}`;
}

function countNeeds(requirement: Of<'count'>, answer: Answer | undefined): string {
  const what = requirement.labels.count;
  if (typeof answer !== 'object' || !('count' in answer)) return `cần có số liệu và bằng 0: ${what}`;
  return `cần bằng 0, hiện là ${answer.count}: ${what}`;
}

/** Begins with “cần”. `answer` is what was answered, if anything. */
export function needsOf(requirement: Requirement, answer: Answer | undefined): string {
  const wanted = answer === undefined || answer === 'unknown' ? 'cần có số liệu và ' : 'cần ';
  switch (requirement.kind) {
    case 'share':
      return shareNeeds(requirement, answer);
    case 'target':
      return targetNeeds(requirement, answer);
    case 'count':
      return countNeeds(requirement, answer);
    case 'rank':
      return `${wanted}được xếp loại ${rankTitle(readRankTest(requirement.test)!)} trở lên: ${requirement.title}`;
    case 'comparison':
      return `${wanted}tốt hơn cùng kỳ: ${requirement.title}`;
    case 'yearly':
      return `${wanted}bình quân hằng năm ${readPercentageTest(requirement.test)!.words}: ${requirement.title}`;
    case 'statement':
      return `${wanted}đáp ứng: ${requirement.title}`;
  }
}
