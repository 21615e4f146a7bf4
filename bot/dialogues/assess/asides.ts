import { assessWords as words } from '../../words/assess-words.ts';
import { answerName } from '../../words/requirement-words.ts';
import type { Asking } from './assess-state.ts';
import { announcesCorrection, readCorrection, reads } from './correction.ts';
import { prompt } from './prompt.ts';
import { readTyped } from './read/read-typed.ts';
import { goOn, keepAnswer, recordAnswer } from './record-answer.ts';
import type { Said, Scene } from './scene.ts';
import { asks, does, say, sight, withPlace } from './scene.ts';
import { mayAnswer, stepOf } from './sight.ts';

/** Why something does not apply: any words are a reason. */
export function tookReason(
  at: Scene,
  asking: Extract<Asking, { kind: 'reason' }>,
  { choice, text }: Said,
): Scene {
  const asked: Asking = { kind: 'requirement', id: asking.id, from: asking.from };
  if (choice === 'back') return prompt(asks(at, asked));
  const reason = text.replace(/\n/g, ' ').slice(0, 500).trim();
  if (!/\p{L}/u.test(reason)) return prompt(say(at, words.reasonMissing));
  const source = asking.from === 'review' ? 'review' : 'prompt';
  return goOn(keepAnswer(at, { id: asking.id, answer: { na: reason }, note: null, source }), asking.from);
}

/** Which of two answers holds. */
export function tookWhich(at: Scene, asking: Extract<Asking, { kind: 'which' }>, said: Said): Scene | null {
  const { id, from, answers, note, between } = asking;
  if (said.choice === 'back') return prompt(asks(at, { kind: 'requirement', id, from }));
  const typed = said.choice === null ? readTyped(stepOf(sight(at)!, id)!.requirement, said.text) : null;
  const answer =
    said.choice === 'first'
      ? answers[0]
      : said.choice === 'second'
        ? answers[1]
        : typed?.kind === 'answer'
          ? typed.answer
          : null;
  if (answer === null) return null;
  const source = from === 'review' ? 'review' : 'prompt';
  // Both answers were given; the one that stands is said last, so that the other is in the history before it.
  const both = between === 'people' && said.choice === 'first' ? keepOther(at, id, answers[1], note) : at;
  return goOn(keepAnswer(both, { id, answer, note: said.choice === 'first' ? null : note, source }), from);
}

function keepOther(at: Scene, id: string, value: unknown, note: string | null): Scene {
  const { record } = sight(at)!;
  return does(at, {
    type: 'answered',
    assessment: record.id,
    event: { requirement: id, value, note, source: 'prompt' },
  });
}

/** A correction in words, if the text is one: shown with what it does, kept only after a yes. */
export function correctInWords(at: Scene, asking: Asking, text: string): Scene | null {
  const seen = sight(at)!;
  const correction = readCorrection(seen, asking, text);
  if (!correction) return null;
  if (!mayAnswer(seen)) return prompt(say(at, words.readOnly), { brief: true });
  switch (correction.kind) {
    case 'fix': {
      const { step, answer, note } = correction;
      const { id } = step.requirement;
      if (asking.kind === 'requirement' && asking.id === id && seen.answers[id] === undefined) return null;
      if (JSON.stringify(seen.answers[id]) === JSON.stringify(answer)) {
        return prompt(say(at, words.alreadySo(step.number, answerName(answer))), { brief: true });
      }
      return prompt(asks(at, { kind: 'confirm', id, value: answer, note, back: asking }));
    }
    case 'value': {
      const { number, requirement } = correction.step;
      const asked = asks(say(at, words.valueNeeded(number, requirement.title)), {
        kind: 'requirement',
        id: requirement.id,
        from: asking.kind === 'review' || asking.kind === 'done' ? 'review' : 'walk',
      });
      return prompt(asked, { brief: true });
    }
    case 'candidates': {
      const ids = correction.steps.map(({ requirement }) => requirement.id);
      return prompt(asks(at, { kind: 'candidates', ids, text, back: asking }));
    }
    case 'unclear':
      return announcesCorrection(text) ? prompt(say(at, words.notMatched), { brief: true }) : null;
  }
}

/** Yes or no to a shown correction. */
export function tookConfirm(
  at: Scene,
  asking: Extract<Asking, { kind: 'confirm' }>,
  said: Said,
): Scene | null {
  const yes = said.choice === 'yes' || saysYes(said.text);
  const no = said.choice === 'no' || saysNo(said.text);
  const { id, value, note, back, read } = asking;
  if (no) return prompt(asks(say(at, read ? words.readDropped : words.fixDropped), back), { brief: true });
  if (!yes) return null;
  if (read && back.kind === 'requirement') {
    const source = back.from === 'review' ? 'review' : 'prompt';
    return recordAnswer(asks(at, back), { id, answer: value, note, source, from: back.from });
  }
  const kept = keepAnswer(at, { id, answer: value, note, source: 'words' });
  return back.kind === 'requirement' && back.id === id
    ? goOn(kept, back.from)
    : prompt(asks(kept, back), { brief: true });
}

/** Which requirement an ambiguous correction belongs to. */
export function tookCandidate(
  at: Scene,
  asking: Extract<Asking, { kind: 'candidates' }>,
  said: Said,
): Scene | null {
  if (said.choice === 'no' || saysNo(said.text))
    return prompt(asks(say(at, words.fixDropped), asking.back), { brief: true });
  const step = said.choice === null ? null : stepOf(sight(at)!, said.choice);
  if (!step) return null;
  const value = reads(step, asking.text);
  if (value === null) {
    const asked: Asking = { kind: 'requirement', id: step.requirement.id, from: 'walk' };
    return prompt(asks(say(at, words.valueNeeded(step.number, step.requirement.title)), asked), {
      brief: true,
    });
  }
  return prompt(asks(at, { kind: 'confirm', id: step.requirement.id, value, note: null, back: asking.back }));
}

/** Whether to begin again. */
export function tookOver(at: Scene, asking: Extract<Asking, { kind: 'over' }>, said: Said): Scene | null {
  if (said.choice === 'no' || saysNo(said.text))
    return prompt(asks(say(at, words.fixDropped), asking.back), { brief: true });
  if (said.choice !== 'yes' && !saysYes(said.text)) return null;
  const { record } = sight(at)!;
  const over = does(at, { type: 'started-over', assessment: record.id });
  const { events } = sight(over)!.record;
  const placed = withPlace(say(over, words.overDone), {
    skipped: [],
    told: null,
    last: null,
    seen: events.length,
  });
  return goOn(placed, 'walk');
}

function saysYes(text: string): boolean {
  return /^(?:có|co|ừ|u|vâng|vang|dạ|da|đúng|dung|đồng ý|dong y|ok|oke|được|duoc|ghi đi|ghi|chắc|chac|phải|phai)(?: (?:ạ|a|rồi|roi|vậy|vay|nhé|nhe|chắn|chan|thế|the))*[.!]*$/iu.test(
    text.trim(),
  );
}

function saysNo(text: string): boolean {
  return /^(?:không|khong|ko|thôi|thoi|đừng|dung lai|giữ|hủy|huy|bỏ|không phải|khong phai|giữ nguyên|giu nguyen)(?: (?:ạ|a|đi|di|sửa|sua|nữa|nua|nhé|nhe|như cũ))*[.!]*$/iu.test(
    text.trim(),
  );
}
