import { expect, it } from 'vitest';
import type { ConversationState } from '../dialogues/state.ts';
import { NEW_CONVERSATION } from '../dialogues/state.ts';
import { mergeStates } from './linking.ts';

it('[N75] who is linked is asked anew about reminders, and no action of the one is undone by the other', () => {
  const asking: ConversationState = {
    ...NEW_CONVERSATION,
    plan: 'tkv-1288-kh-du',
    offered: [{ id: 'cancel', label: 'Hủy' }],
    remind: {
      asking: { kind: 'quiet' },
      values: true,
      count: 7,
      undo: { no: 7, said: 'Đã làm.', changes: [{ type: 'feed-closed' }] },
    },
  };
  const other = { ...NEW_CONVERSATION, remind: { ...NEW_CONVERSATION.remind, count: 12 } };
  expect(mergeStates(asking, other)).toMatchObject({
    plan: 'tkv-1288-kh-du',
    offered: [],
    remind: { asking: null, values: false, count: 12, undo: null },
  });
  // A conversation kept before there were reminders has no part of it.
  expect(mergeStates({ plan: 'tkv-1288-kh-du' }, null)).toMatchObject({ remind: NEW_CONVERSATION.remind });
});
