import { createHash } from 'node:crypto';
import type { InboundEvent } from '../messenger.ts';
import { sameSecret } from '../platform/same-secret.ts';

/** Marks the payload of our buttons: a press comes back as a text that equals it. */
export const PRESSED = '#chon:';

/** What a webhook event of an Official Account says; null for events that are nothing a person said. */
export function readEvent(event: Record<string, unknown>, now: () => string): InboundEvent | null {
  const kind = String(event.event_name ?? '');
  const person = idOf(event.sender) ?? idOf(event.follower);
  if (!person) return null;
  const message = event.message as { text?: unknown; msg_id?: unknown } | undefined;
  const time = Number(event.timestamp);
  const common = {
    chat: person,
    address: person,
    privateChat: true,
    at: time > 0 && time < 8.64e15 ? new Date(time).toISOString() : now(),
  };
  // To follow is how people begin here, as /start is elsewhere.
  if (kind === 'follow') return { ...common, key: `follow:${person}:${event.timestamp}`, text: '/start' };
  if (!kind.startsWith('user_send_') || message?.msg_id === undefined) return null;
  const { text, msg_id } = message;
  if (kind !== 'user_send_text' || typeof text !== 'string') return { ...common, key: String(msg_id) };
  const said = text.startsWith(PRESSED) ? { choice: text.slice(PRESSED.length) } : { text };
  return { ...common, key: String(msg_id), ...said };
}

/** `mac=` and the SHA-256 of app id, raw body, timestamp and the account's secret, joined: not an HMAC. */
export function isSigned(header: string | null, raw: string, timestamp: unknown, app: SignedBy): boolean {
  const sum = createHash('sha256')
    .update(`${app.appId}${raw}${String(timestamp)}${app.secret}`)
    .digest('hex');
  return sameSecret(header?.replace(/^mac=/, '').toLowerCase() ?? null, sum);
}

export interface SignedBy {
  appId: string;
  /** The Official Account's secret key for webhooks. */
  secret: string;
}

function idOf(party: unknown): string | null {
  const id = (party as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
