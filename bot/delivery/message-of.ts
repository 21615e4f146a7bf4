import type { Capabilities, Outbound } from '../channels/messenger.ts';
import type { OutboxRow } from '../store/delivery/delivery-records.ts';
import { isReminder } from './with-detours.ts';

/** Rows that go out together, as one. */
export function joined(rows: readonly OutboxRow[]): OutboxRow {
  const [first] = rows;
  if (rows.length === 1) return first!;
  return { ...first!, body: { text: rows.map(({ body }) => body.text).join('\n\n') } };
}

/** Rows that go out together, as the channel is given them. */
export function messageOf(rows: readonly OutboxRow[], { mostButtons }: Capabilities): Outbound {
  const row = joined(rows);
  const { id, chat, from, body } = row;
  const { refusedAt: _, choices, ...said } = body;
  // Under a reminder only buttons say what they are about; a number typed would be taken for something else.
  const buttons = isReminder(row) ? choices?.slice(0, mostButtons) : choices;
  return {
    id,
    chat,
    ...said,
    ...(buttons && buttons.length > 0 ? { choices: buttons } : {}),
    ...(from === null ? {} : { from }),
  };
}
