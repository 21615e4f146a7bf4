import type { Answer } from '../../../../evaluators/index.ts';

/** Lines by which a person gives an answer: choices in braces, everything else typed. */
export function spellAnswer(answer: Answer): (string | { choice: string })[] {
  if (typeof answer === 'string') return [{ choice: answer }];
  if ('na' in answer) return [{ choice: 'na' }, answer.na];
  if ('override' in answer)
    return [`quyết định: ${answer.override === 'met' ? 'đạt' : 'chưa đạt'}, căn cứ ${answer.basis}`];
  if ('count' in answer) return [String(answer.count)];
  if ('years' in answer) return [answer.years.map(({ part, whole }) => `${part}/${whole}`).join('; ')];
  if ('target' in answer) return [`${answer.done}/${answer.target}`];
  if ('now' in answer) return [`${answer.now}/${answer.before}`];
  return [`${answer.part}/${answer.whole}`];
}
