import { readWhen } from '../../reminders/when/index.ts';
import { ownWords as words } from '../../words/remind-own-words.ts';
import { sayWhen } from '../../words/when-words.ts';
import { nextDates } from './next-dates.ts';
import { LONGEST_TEXT, preview, tookRead } from './own.ts';
import { prompt } from './prompts/index.ts';
import { readHour, whenContext } from './read-hour.ts';
import type { OwnDraft, RemindAsking } from './remind-state.ts';
import type { Said, Scene } from './scene.ts';
import { asks, did, does, done, say } from './scene.ts';
import { yesSaid } from './short-words.ts';

/** “sửa thành …”, “à mà thôi, để …”: what comes after is meant. */
const CHANGING =
  /^(?:(?:à|a|ấy|mà|ma|thôi|thoi|nhầm|nham|không|khong|xin lỗi|xin loi|sửa|sua|đổi|doi|chuyển|chuyen|dời|để|de|lấy|lay|thành|thanh|sang|lại|lai|qua)[\s,]+)+/iu;

/** A choice under the preview, or words that say as much: “lưu”, “8 giờ tối”, “ngày 5”. Null: it is none of them. */
export function tookPreview(at: Scene, draft: OwnDraft, { choice, text }: Said): Scene | null {
  if (choice === null) {
    if (yesSaid(text)) return save(at, draft);
    const said = text.replace(CHANGING, '').replace(/\s+(?:đi|di|nhé|nhe|nha|ạ|thôi|thoi)\s*$/iu, '');
    const time = readHour(at, said);
    if (time !== null) return preview(at, { ...draft, schedule: { ...draft.schedule, time } });
    const read = readWhen(said, whenContext(at));
    return read.kind === 'read' && !/\p{L}/u.test(read.rest)
      ? tookRead(at, said, read, { text: draft.text, time: draft.schedule.time })
      : null;
  }
  switch (choice) {
    case 'save':
      return save(at, draft);
    case 'time':
      return prompt(asks(at, { kind: 'edit-time', draft }));
    case 'days':
      return prompt(asks(at, { kind: 'edit-days', draft }));
    case 'text':
      return prompt(asks(at, { kind: 'edit-text', draft }));
    default:
      return null;
  }
}

function save(at: Scene, draft: OwnDraft): Scene {
  const { text, schedule } = draft;
  // It may have passed while the preview stood there: kept, it would never come.
  if (nextDates(at, schedule).length === 0) return preview(at, draft);
  const id = at.deps.fresh.ids[0];
  const made = does(done(at), { type: 'reminder-made', reminder: { id, text, schedule } });
  return did(made, words.saved(text, sayWhen(schedule, at.deps.today)), [
    { type: 'reminder-state', reminder: id, state: 'cancelled' },
  ]);
}

/** Hour, days or words of a draft anew. */
export function tookEdit(
  at: Scene,
  { kind, draft }: Extract<RemindAsking, { kind: 'edit-time' | 'edit-days' | 'edit-text' }>,
  { choice, text }: Said,
): Scene {
  const { schedule } = draft;
  if (kind === 'edit-text') return tookNewText(at, draft, text);
  if (kind === 'edit-days')
    return tookRead(at, text, readWhen(text, whenContext(at)), { text: draft.text, time: schedule.time });
  const time = choice === 'any' ? null : readHour(at, text, { bare: true });
  if (choice !== 'any' && time === null) return prompt(say(at, words.noTime));
  return preview(at, { ...draft, schedule: { ...schedule, time } });
}

function tookNewText(at: Scene, draft: OwnDraft, text: string): Scene {
  if (!/\p{L}/u.test(text)) return prompt(say(at, words.noText));
  if ([...text].length > LONGEST_TEXT) return prompt(say(at, words.tooLong(LONGEST_TEXT)));
  return preview(at, { ...draft, text: text.replace(/\s+/gu, ' ').trim() });
}
