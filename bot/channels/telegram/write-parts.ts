import { stat } from 'node:fs/promises';
import { type Api, InputFile } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Outbound, Sent } from '../messenger.ts';
import type { Part } from '../platform/send-parts.ts';
import { sendable, splitText } from '../split-text.ts';
import { withChoices } from '../with-choices.ts';
import type { ChoiceTokens } from './choice-token.ts';
import { isUnchanged, isUneditable, movedTo, outcomeOf } from './outcome.ts';

export const LONGEST_TEXT = 4096;
const LONGEST_CAPTION = 1024;
/** Rows that fit on a telephone above the keyboard; more choices become numbered lines. */
export const MOST_BUTTONS = 12;
/** What the Bot API takes by upload, in bytes. */
const LARGEST_FILE = 50 * 1000 * 1000;

// A plan quotes addresses of the network; a preview of a page would push the answer away.
const PLAIN = { link_preview_options: { is_disabled: true } } as const;

/** A message as Telegram's messages; the buttons are under the last. */
export async function writeParts(api: Api, message: Outbound, tokens: ChoiceTokens): Promise<Part[]> {
  const { chat, text: said, choices, numbered, document, replaces } = message;
  const asButtons = (choices?.length ?? 0) <= MOST_BUTTONS;
  const texts = splitText(asButtons ? said : withChoices({ text: said, choices, numbered }), LONGEST_TEXT);
  const reply_markup = asButtons ? keyboard(message, tokens) : undefined;

  if (document) {
    if (!(await isSendable(document.path))) return [async () => ({ outcome: 'refused', why: 'invalid' })];
    const caption = texts.length === 1 && texts[0]!.length <= LONGEST_CAPTION ? texts.pop() : undefined;
    const upload = part(chat, to =>
      api.sendDocument(to, new InputFile(document.path, fileName(document.name)), { caption, reply_markup }),
    );
    return [...texts.map(text => part(chat, to => api.sendMessage(to, text, PLAIN))), upload];
  }

  return texts.map((text, k) => {
    const more = k === texts.length - 1 ? { ...PLAIN, reply_markup } : PLAIN;
    const send = part(chat, to => api.sendMessage(to, text, more));
    return replaces !== undefined && texts.length === 1 ? edit(api, chat, replaces, text, more, send) : send;
  });
}

function keyboard({ choices }: Outbound, tokens: ChoiceTokens): InlineKeyboardMarkup | undefined {
  if (!choices || choices.length === 0) return undefined;
  const rows = choices.map(({ id, label }) => [
    { text: sendable(label).trim() || '–', callback_data: tokens.tokenOf(id) },
  ]);
  return { inline_keyboard: rows };
}

function part(chat: string, call: (chat: string) => Promise<{ message_id: number }>): Part {
  const attempt = async (to: string, moved: boolean): Promise<Sent> => {
    try {
      return { outcome: 'sent', messageId: String((await call(to)).message_id) };
    } catch (error) {
      const next = moved ? null : movedTo(error);
      return next === null ? outcomeOf(error, to) : attempt(next, true);
    }
  };
  return () => attempt(chat, false);
}

function edit(api: Api, chat: string, id: string, text: string, more: object, anew: Part): Part {
  return async () => {
    try {
      await api.editMessageText(chat, Number(id), text, more);
    } catch (error) {
      if (isUneditable(error)) return anew();
      if (!isUnchanged(error)) return outcomeOf(error, chat);
    }
    return { outcome: 'sent', messageId: id };
  };
}

async function isSendable(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true && found.size > 0 && found.size <= LARGEST_FILE;
}

/** grammY writes the name unquoted into a header, so what would end it there is taken out. */
function fileName(name: string): string {
  return name.replace(/[\x00-\x1f\x7f"\\/;]+/g, '_').trim() || 'van-ban';
}
