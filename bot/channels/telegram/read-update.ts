import type { CallbackQuery, Message, Update } from 'grammy/types';
import type { InboundEvent } from '../messenger.ts';
import type { ChoiceTokens } from './choice-token.ts';

/** The bot itself, as `getMe` tells. */
export interface Self {
  id: number;
  username: string;
}

interface Reading {
  self: Self;
  tokens: ChoiceTokens;
  /** The present instant, ISO 8601: presses carry no time of their own. */
  now(): string;
}

/** The kinds of update asked for. Edits of earlier messages are not: what was said is taken once. */
export const ALLOWED_UPDATES = ['message', 'callback_query'] as const;

/** What an update says for the assistant; null when it is not meant for it. */
export function readUpdate(update: Update, reading: Reading): InboundEvent | null {
  const key = `${reading.self.id}:${update.update_id}`;
  if (update.callback_query) return readPress(key, update.callback_query, reading);
  return update.message ? readMessage(key, update.message, reading.self) : null;
}

function readMessage(key: string, message: Message, self: Self): InboundEvent | null {
  const { chat, from } = message;
  if (!from || from.is_bot || !isContent(message)) return null;
  const privateChat = chat.type === 'private';
  const written = message.text ?? message.caption;
  const text = privateChat ? written?.replace(/^(\/\w+)@\w+/, '$1') : addressedText(message, written, self);
  if (!privateChat && text === null) return null;
  return {
    key,
    chat: String(chat.id),
    address: String(from.id),
    privateChat,
    ...(text == null ? {} : { text }),
    at: new Date(message.date * 1000).toISOString(),
  };
}

/** What was said to the bot in a group, without its name; null when it was not said to the bot. */
function addressedText(message: Message, written: string | undefined, self: Self): string | null {
  if (written === undefined) return null;
  const command = /^\/(\w+)(?:@(\w+))?/.exec(written);
  if (command) {
    if (command[2] !== undefined && command[2].toLowerCase() !== self.username.toLowerCase()) return null;
    return `/${command[1]}${written.slice(command[0].length)}`;
  }
  const mention = new RegExp(`@${self.username}(?!\\w)[,:]?\\s*`, 'gi');
  if (mention.test(written)) return written.replace(mention, '').trim();
  return message.reply_to_message?.from?.id === self.id ? written : null;
}

/** Not a notice of the chat itself (somebody joined, a message was pinned, …). */
function isContent(message: Message): boolean {
  const kinds = [
    'text',
    'photo',
    'document',
    'voice',
    'audio',
    'video',
    'video_note',
    'sticker',
    'animation',
  ];
  return kinds.some(kind => kind in message) || 'location' in message || 'contact' in message;
}

function readPress(key: string, press: CallbackQuery, { tokens, now }: Reading): InboundEvent | null {
  const { message, data, from } = press;
  if (!message || data === undefined) return null;
  const choice = tokens.idOf(data);
  const label = choice === null ? labelOf(press) : null;
  return {
    key,
    chat: String(message.chat.id),
    address: String(from.id),
    privateChat: message.chat.type === 'private',
    ...(choice !== null ? { choice } : { text: label ?? '' }),
    under: String(message.message_id),
    at: now(),
  };
}

/** The words of the pressed button, as the platform shows them back. */
function labelOf({ message, data }: CallbackQuery): string | null {
  const rows = message && 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : [];
  return rows.flat().find(button => 'callback_data' in button && button.callback_data === data)?.text ?? null;
}
