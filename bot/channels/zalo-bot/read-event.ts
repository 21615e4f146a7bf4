import type { InboundEvent } from '../messenger.ts';

/**
 * What a Zalo Bot update says, in the documented body (`{ok, result}`) and in the flat one seen on the wire; null
 * for probes, for other events and for what bots write.
 */
export function readEvent(body: Record<string, unknown>, now: () => string): InboundEvent | null {
  const update = asObject(body.result) ?? body;
  const message = asObject(update.message);
  const chat = asObject(message?.chat);
  const from = asObject(message?.from);
  if (!message || !chat || !from || from.is_bot === true) return null;
  if (!String(update.event_name ?? '').startsWith('message.')) return null;
  const [chatId, address, messageId] = [chat.id, from.id, message.message_id].map(readId);
  if (!chatId || !address || !messageId) return null;
  const { text, date } = message;
  return {
    key: `${chatId}:${messageId}`,
    chat: chatId,
    address,
    privateChat: chat.chat_type !== 'GROUP',
    ...(typeof text === 'string' && { text }),
    at: readTime(date) ?? now(),
  };
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

function readId(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** Milliseconds since 1970, as a number or as digits. */
function readTime(value: unknown): string | null {
  const ms = Number(value);
  return value != null && Number.isFinite(ms) && ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString() : null;
}
