import { expect, it } from 'vitest';
import { openTalk, promptOf, textOf } from './testing/talk.ts';

it('[S21] a committee of Cần Đước gets its notice over its chi bộ, with no name of a person in it', () => {
  const talk = openTalk('can-duoc-10-hd-btchu', 'dang-bo-xa');
  talk.lines('xem lại', { choice: 'submit' });
  expect(promptOf(talk.say({ choice: 'announce' }))).toBe('announce');
  expect(textOf(talk.say('Chi bộ ấp 1 – đạt\nChi bộ ấp 2 chưa biết'))).toContain('“Chi bộ ấp 2 chưa biết”');
  talk.say(
    'Chi bộ ấp 1 – đạt\nChi bộ Trường Nguyễn Du - đạt\nChi bộ ấp 2 – không đạt – đồng chí Trần Văn Ba bị kỷ luật',
  );
  expect(talk.last!.wants).toMatchObject({
    kind: 'results',
    met: ['Chi bộ ấp 1', 'Chi bộ Trường Nguyễn Du'],
    unmet: [{ name: 'Chi bộ ấp 2', reason: 'đồng chí (không ghi tên) bị kỷ luật' }],
  });
  expect(JSON.stringify([talk.log, [...talk.states]])).not.toContain('Văn Ba');
});

it('[S21] Cần Đước’s plan to build the model is offered after the submission; other plans have none', () => {
  const talk = openTalk('can-duoc-10-hd-btchu', 'chi-bo-ap');
  talk.lines('xem lại', { choice: 'submit' });
  expect(talk.last!.replies.at(-1)!.choices!.map(({ id }) => id)).not.toContain('announce');
  talk.say({ choice: 'build-plan' });
  expect(talk.last!.wants).toMatchObject({ kind: 'build-plan', year: 2025 });
  const other = openTalk();
  const done = other.lines('xem lại', { choice: 'submit' });
  expect(done.at(-1)!.choices!.map(({ id }) => id)).toEqual(['edit', 'report', 'another']);
});
