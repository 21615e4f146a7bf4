import { isDeepStrictEqual } from 'node:util';
import type { RateLimit } from '../rate-limit.ts';
import { asMessage, type Chats, type FakeChat, type FakeMessage } from './chats.ts';
import { checkKeyboard, checkText } from './check-message.ts';
import { listOf, type Payload } from './read-payload.ts';
import { bad, Refusal } from './refusal.ts';

const LARGEST_FILE = 50_000_000;

export interface Bot {
  id: number;
  username: string;
}

interface World {
  bot: Bot;
  chats: Chats;
  limit: RateLimit;
  /** Presses that still wait for an answer. */
  presses: Set<string>;
  commands: { command: string; description: string }[];
}

type Method = (payload: Payload) => unknown;

/** The methods that write into chats, checked as the Bot API checks them. */
export function messageMethods(world: World): Record<string, Method> {
  const { chats, limit, bot } = world;
  const paced = (id: unknown): FakeChat => {
    const chat = chats.writable(id);
    const wait = limit.refuses(String(chat.id));
    if (wait === null) return chat;
    const retry_after = Math.ceil(wait / 1000);
    throw new Refusal(429, `Too Many Requests: retry after ${retry_after}`, { retry_after });
  };
  const seen = (chat: FakeChat, message: FakeMessage): object =>
    asMessage(chat, message, bot.id, Math.floor(Date.now() / 1000));

  return {
    sendMessage({ fields }) {
      const text = checkText(fields.text, fields.parse_mode, 4096, 'message');
      const rows = checkKeyboard(fields.reply_markup);
      const chat = paced(fields.chat_id);
      return seen(chat, chats.add(chat, { text, rows, from: 'bot' }));
    },
    sendDocument({ fields, files }) {
      const attached = /^attach:\/\/(.+)$/.exec(String(fields.document))?.[1];
      const document = files.get(attached ?? 'document');
      if (!document) throw bad('there is no document in the request');
      if (document.bytes.length === 0) throw bad('file must be non-empty');
      if (document.bytes.length > LARGEST_FILE) throw new Refusal(413, 'Request Entity Too Large');
      const text = checkText(fields.caption, fields.parse_mode, 1024, 'caption');
      const rows = checkKeyboard(fields.reply_markup);
      const chat = paced(fields.chat_id);
      return seen(chat, chats.add(chat, { text, rows, document, from: 'bot' }));
    },
    editMessageText({ fields }) {
      const text = checkText(fields.text, fields.parse_mode, 4096, 'message');
      const rows = checkKeyboard(fields.reply_markup);
      return edited(fields, message => {
        if (message.document) throw bad('there is no text in the message to edit');
        return { ...message, text, rows };
      });
    },
    editMessageReplyMarkup({ fields }) {
      const rows = checkKeyboard(fields.reply_markup);
      return edited(fields, message => ({ ...message, rows }));
    },
    sendChatAction({ fields }) {
      chats.writable(fields.chat_id);
      if (fields.action !== 'typing' && fields.action !== 'upload_document')
        throw bad('wrong parameter action in request');
      return true;
    },
    answerCallbackQuery({ fields }) {
      if (!world.presses.delete(String(fields.callback_query_id)))
        throw bad('query is too old and response timeout expired or query ID is invalid');
      return true;
    },
    setMyCommands({ fields }) {
      const commands = (listOf(fields.commands) ?? []) as unknown as World['commands'];
      for (const { command, description } of commands) {
        if (!/^[a-z0-9_]{1,32}$/.test(command)) throw bad('BOT_COMMAND_INVALID');
        if (description.length < 1 || description.length > 256) throw bad('BOT_COMMAND_DESCRIPTION_INVALID');
      }
      world.commands = commands;
      return true;
    },
    getMyCommands: () => world.commands,
  };

  function edited(fields: Payload['fields'], change: (message: FakeMessage) => FakeMessage): object {
    const chat = chats.writable(fields.chat_id);
    const at = chat.messages.findIndex(({ message_id }) => message_id === Number(fields.message_id));
    const old = chat.messages[at];
    if (!old) throw bad('message to edit not found');
    if (old.from !== 'bot') throw bad("message can't be edited");
    const changed = change(old);
    if (isDeepStrictEqual(changed, old))
      throw bad(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    chat.messages[at] = changed;
    return seen(chat, changed);
  }
}
