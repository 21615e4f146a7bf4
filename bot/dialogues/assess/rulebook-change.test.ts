import { expect, it } from 'vitest';
import type { Rulebook } from '../../../evaluators/index.ts';
import { openTalk, promptOf, rulebooks, shelfOf, textOf } from './testing/talk.ts';

const plan = 'tkv-1288-kh-du';
const old = rulebooks.get(plan)!;

/** Another edition: 9/10 is no longer enough, one requirement is gone, one is new. */
function nextEdition(): Rulebook {
  const fresh = structuredClone(old) as Rulebook;
  fresh.hash = `sha256:${'0'.repeat(64)}`;
  const [first] = fresh.criteria;
  first!.requirements = first!.requirements.filter(({ id }) => id !== 'cb-1.1.2');
  for (const requirement of first!.requirements)
    if (requirement.id === 'cb-1.1.3b' && requirement.kind === 'share') requirement.test = '>= 95%';
  first!.requirements.push({
    ...structuredClone(first!.requirements[0]!),
    id: 'cb-1.1.9',
    title: 'Câu thêm',
  });
  return fresh;
}

it('[S13] a changed rulebook is told with both verdicts; no answer is lost; what has no place is shown as not counted', () => {
  const talk = openTalk();
  talk.lines('đạt', 'đạt', 'đạt', '3/2', '9/10', '/huy');
  const fresh = nextEdition();
  talk.shelf = shelfOf(new Map([...rulebooks, [plan, fresh]]), [old]);
  const resumed = talk.say('/danhgia');
  const said = textOf(resumed);
  expect(said).toContain('đã thay đổi');
  expect(said).toContain('Kết quả theo bộ cũ: chưa đủ dữ liệu. Kết quả theo bộ mới: không đạt.');
  expect(said).toContain('đáp ứng → chưa đáp ứng');
  expect(said).toMatch(/giữ lại mà không tính: Lãnh đạo thực hiện đầy đủ.*\(đã đáp ứng\)/);
  expect(said).toContain('Câu mới: Câu thêm');
  expect(promptOf(resumed)).toBe('requirement:cb-1.2.1');
  expect(talk.assessments[0]!.events).toHaveLength(5);
  expect(talk.assessments[0]!.rulebook).toBe(fresh.hash);
  expect(textOf(talk.say('12/12'))).not.toContain('đã thay đổi');
});

it('[S13] a rulebook that changes under an open prompt is told with the next message, whose answer counts', () => {
  const talk = openTalk();
  talk.shelf = shelfOf(new Map([...rulebooks, [plan, nextEdition()]]));
  const replies = talk.say('đạt');
  expect(textOf(replies)).toContain('Bộ cũ không còn lưu để so sánh');
  expect(talk.assessments[0]!.events).toHaveLength(1);
  expect(promptOf(replies)).toBe('requirement:cb-1.1.3');
});

it('[S13] a requirement that has gone while it was being asked is left, and the walk goes on', () => {
  const talk = openTalk();
  talk.say('đạt');
  expect(promptOf(talk.last!.replies)).toBe('requirement:cb-1.1.2');
  talk.shelf = shelfOf(new Map([...rulebooks, [plan, nextEdition()]]), [old]);
  expect(promptOf(talk.say('đạt'))).toBe('requirement:cb-1.1.3');
  expect(talk.assessments[0]!.events).toHaveLength(1);
});
