import type { Shown } from '../shown.ts';
import type { Button } from './check-message.ts';
import { bad, Refusal } from './refusal.ts';

export interface FakeChat {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  /** The person blocked the bot, or the group threw it out. */
  blocked: boolean;
  messages: FakeMessage[];
}

export interface FakeMessage {
  message_id: number;
  text: string;
  rows: Button[][];
  document?: { name: string; bytes: Buffer };
  from: 'bot' | number;
}

/** The chats the bot may write to, and what stands in them. */
export class Chats {
  readonly #chats = new Map<number, FakeChat>();
  #nextMessage = 1;

  open(id: number, type: FakeChat['type']): FakeChat {
    const chat = this.#chats.get(id) ?? { id, type, blocked: false, messages: [] };
    this.#chats.set(id, chat);
    return chat;
  }

  /** The chat a method names; throws what the Bot API answers where nobody is there. */
  writable(id: unknown): FakeChat {
    const chat = this.#chats.get(Number(id));
    if (!chat) throw bad('chat not found');
    if (chat.blocked)
      throw new Refusal(
        403,
        chat.type === 'private'
          ? 'Forbidden: bot was blocked by the user'
          : 'Forbidden: bot was kicked from the group chat',
      );
    return chat;
  }

  add(chat: FakeChat, message: Omit<FakeMessage, 'message_id'>): FakeMessage {
    const added = { message_id: this.#nextMessage++, ...message };
    chat.messages.push(added);
    return added;
  }

  shown(id: number): Shown[] {
    const messages = this.#chats.get(id)?.messages ?? [];
    return messages.filter(({ from }) => from === 'bot').map(message => asShown(id, message));
  }
}

function asShown(chat: number, { message_id, text, rows, document }: FakeMessage): Shown {
  return {
    id: String(message_id),
    chat: String(chat),
    text,
    buttons: rows.flat().map(button => ({ label: button.text, data: button.callback_data })),
    ...(document && { document }),
  };
}

/** A message as the Bot API shows it in answers and updates. */
export function asMessage(chat: FakeChat, message: FakeMessage, botId: number, date: number): object {
  const { message_id, text, rows, document, from } = message;
  const isBot = from === 'bot';
  return {
    message_id,
    date,
    chat: { id: chat.id, type: chat.type },
    from: { id: isBot ? botId : from, is_bot: isBot, first_name: isBot ? 'Trợ lý' : 'Người dùng' },
    ...(document
      ? {
          document: { file_id: `file-${message_id}`, file_name: document.name },
          ...(text && { caption: text }),
        }
      : { text }),
    ...(rows.length > 0 && { reply_markup: { inline_keyboard: rows } }),
  };
}
