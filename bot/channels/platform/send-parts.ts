import type { Sent } from '../messenger.ts';
import { sleep } from './until-stopped.ts';

/** One message on the platform; resolves whatever happens. */
export type Part = () => Promise<Sent>;

/**
 * Sends the parts of a message in order, from part `from` on, `pauseMs` apart; stops at the first that is not
 * sent and says which it was. Never rejects: what cannot be prepared was not begun.
 */
export async function sendParts(
  prepare: () => Part[] | Promise<Part[]>,
  from: number,
  pauseMs: number,
): Promise<Sent> {
  let parts: Part[];
  try {
    parts = await prepare();
  } catch {
    return { outcome: 'again', afterMs: null, why: 'preparation' };
  }
  if (parts.length === 0) return { outcome: 'refused', why: 'invalid' };
  let sent: Sent = { outcome: 'sent', messageId: '' };
  for (let k = from; k < parts.length; k++) {
    if (k > from) await sleep(pauseMs);
    sent = await parts[k]!();
    if (sent.outcome !== 'sent') return k === 0 ? sent : { ...sent, from: k };
  }
  return sent;
}
