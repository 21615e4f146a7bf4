import type { Capabilities } from '../channels/messenger.ts';
import type { OutboxRow } from '../store/delivery/delivery-records.ts';

/** What the free plan of Zalo Bot allows in a month, as third parties report it: a warning, never a bar. */
export const MONTHLY_RATION = 3000;

/** The month that an instant counts to, in Viet Nam. */
export function monthOf(now: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
  return zoned.toPlainDate().toPlainYearMonth().toString();
}

/** How many messages of the platform a text takes. */
export function messagesIn({ body }: OutboxRow, { longestText }: Capabilities): number {
  return Math.max(1, Math.ceil(body.text.length / longestText)) + (body.document ? 1 : 0);
}

/**
 * The rows at the head of a chat that go out as one message: on a counted channel, neighbours of the same digest as
 * long as they fit; elsewhere the first alone. One that has begun to be sent stands alone.
 */
export function digestAtHead(
  rows: readonly OutboxRow[],
  { counted, longestText }: Capabilities,
): OutboxRow[] {
  const [first, ...others] = rows;
  if (!first) return [];
  if (!counted || first.digest === null || first.from !== null || !plain(first)) return [first];
  const together = [first];
  let length = first.body.text.length;
  for (const row of others) {
    length += row.body.text.length + 2;
    if (row.digest !== first.digest || row.from !== null || !plain(row) || length > longestText) break;
    together.push(row);
  }
  return together;
}

const plain = ({ body }: OutboxRow): boolean => !body.choices && !body.document;
