import { NAME_MARK } from '../../words/requirement-words.ts';
import { correctInWords } from './asides.ts';
import type { Asking } from './assess-state.ts';
import { controlSaid, editSaid } from './controls.ts';
import { prompt } from './prompt.ts';
import { proposedAnswer, unreadOf } from './proposed-answer.ts';
import { asksSomething, splitQuestion } from './question-or-answer.ts';
import { readTyped, withoutNote } from './read/read-typed.ts';
import type { TypedAnswer } from './read/typed-answer.ts';
import { editOne } from './reviewing.ts';
import type { Scene } from './scene.ts';
import { asks, sight } from './scene.ts';
import { mayAnswer, stepOf } from './sight.ts';
import { notUnderstood, steerRequirement, typedOnRequirement } from './walk.ts';

/** A text typed while a requirement is asked: a steering word, a question, a correction, or the answer. */
export function tookTyped(at: Scene, asking: Extract<Asking, { kind: 'requirement' }>, typed: string): Scene {
  const step = stepOf(sight(at)!, asking.id)!;
  const { text } = withoutNote(typed);

  if (isSaidInFull(readTyped(step.requirement, typed))) return typedOnRequirement(at, asking, typed)!;

  // “xong” finishes, but to “đã hoàn thành chưa?” it is the answer.
  const control = controlSaid(text);
  const answers =
    step.requirement.kind === 'statement' && readTyped(step.requirement, text).kind === 'answer';
  if (control && !answers) return steerRequirement(at, asking, control);
  const edited = editSaid(text);
  if (edited !== null) return editOne(at, edited);

  const split = splitQuestion(typed);
  if (split && readTyped(step.requirement, split.said).kind === 'answer') {
    return { ...tookTyped(at, asking, split.said), digression: split.asked };
  }
  if (asksSomething(text)) return { ...at, digression: text };
  const corrected = correctInWords(at, asking, typed);
  if (corrected) return corrected;
  const taken = typedOnRequirement(at, asking, typed);
  if (taken) return taken;
  if (likeAQuestion(at, text)) return { ...at, digression: text };
  return readOtherwise(at, asking, typed) ?? notUnderstood(at, asking, text);
}

/**
 * What the walk cannot read is left to be read by other means; what that gave is asked back, never kept by itself.
 * Null: nothing of that.
 */
function readOtherwise(
  at: Scene,
  asking: Extract<Asking, { kind: 'requirement' }>,
  typed: string,
): Scene | null {
  const seen = sight(at)!;
  const { requirement } = stepOf(seen, asking.id)!;
  const { text, note = null } = withoutNote(typed);
  const { proposed } = at.deps;
  const value = proposed?.requirement === asking.id ? proposedAnswer(requirement, text, proposed) : null;
  if (!mayAnswer(seen)) return null;
  const back: Asking = { kind: 'requirement', id: asking.id, from: asking.from };
  if (value !== null)
    return prompt(asks(at, { kind: 'confirm', id: asking.id, value, note, back, read: true }));
  return { ...notUnderstood(at, asking, text), unread: unreadOf(requirement, text) };
}

/** “không áp dụng vì …”, “quyết định: đạt, căn cứ …”: the reason in it may speak of anything. */
function isSaidInFull(read: TypedAnswer): boolean {
  return (
    read.kind === 'answer' &&
    typeof read.answer === 'object' &&
    ('na' in read.answer || 'override' in read.answer)
  );
}

// “chắc là đạt”, “có làm nhưng chưa đều”: an answer not yet clear, no question.
const UNSURE =
  /^(?:chắc|chac|hình như|hinh nhu|có lẽ|co le|có vẻ|co ve|tôi nghĩ|toi nghi|em nghĩ|em nghi|cũng|cung|tạm|tam|gần|gan|có|co|đã|da|chưa|chua|không|khong|đạt|dat|tốt|tot|được|duoc|vẫn|van)(?:\s|$)/iu;

/** No question by its form, but the plan has an answer to it: “hạn nộp báo cáo bốn tốt”. */
export function likeAQuestion({ deps, state }: Scene, text: string): boolean {
  if (/\d/.test(text) || text.trim().split(/\s+/).length < 3 || UNSURE.test(text.trim())) return false;
  // Somebody is named: something is told, not asked.
  if (text.includes(NAME_MARK)) return false;
  const asker = { plan: state.plan, subject: state.subject };
  return deps.knowledge
    .read(text)
    .some(question => deps.knowledge.answer(question, asker).outcome === 'answered');
}
