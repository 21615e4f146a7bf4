import { bad } from './refusal.ts';

/** A text as Telegram shows it; throws where the Bot API refuses it. `most` in code points, after entities. */
export function checkText(
  value: unknown,
  parseMode: unknown,
  most: number,
  what: 'message' | 'caption',
): string {
  const given = value === undefined && what === 'caption' ? '' : value;
  if (typeof given !== 'string') throw bad(`${what} text is empty`);
  if (!given.isWellFormed()) throw bad('strings must be encoded in UTF-8');
  const text = withoutEntities(given, parseMode)
    .replace(/[\x00-\x08\x0b-\x1f]/g, ' ')
    .trim();
  if (text === '' && what === 'message') throw bad('message text is empty');
  if ([...text].length > most)
    throw bad(what === 'message' ? 'message is too long' : 'message caption is too long');
  return text;
}

const TAGS = /<\/?(?:b|strong|i|em|u|ins|s|strike|del|code|pre|blockquote|tg-spoiler|a)(?: [^<>]*)?>/gi;

function withoutEntities(text: string, parseMode: unknown): string {
  if (parseMode === undefined) return text;
  if (parseMode !== 'HTML') throw bad('unsupported parse_mode');
  const plain = text.replace(TAGS, '');
  if (/[<>]/.test(plain)) throw bad("can't parse entities: unsupported start tag");
  return plain
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

export interface Button {
  text: string;
  callback_data: string;
}

/** The rows of an inline keyboard; throws where the Bot API refuses it. */
export function checkKeyboard(value: unknown): Button[][] {
  if (value === undefined) return [];
  const markup = typeof value === 'string' ? parse(value) : value;
  const rows = (markup as { inline_keyboard?: unknown }).inline_keyboard;
  if (!Array.isArray(rows) || !rows.every(Array.isArray))
    throw bad("can't parse reply keyboard markup JSON object");
  if (rows.flat().length > 100) throw bad('reply markup is too long');
  for (const button of rows.flat()) checkButton(button);
  return rows as Button[][];
}

function checkButton(button: Record<string, unknown>): void {
  const { text, ...actions } = button;
  if (typeof text !== 'string' || text.trim() === '') throw bad('inline keyboard button text is empty');
  if (!text.isWellFormed()) throw bad('strings must be encoded in UTF-8');
  if (Object.keys(actions).length !== 1 || typeof actions.callback_data !== 'string')
    throw bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  const bytes = Buffer.byteLength(actions.callback_data);
  if (bytes < 1 || bytes > 64) throw bad('BUTTON_DATA_INVALID');
}

function parse(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    throw bad("can't parse reply keyboard markup JSON object");
  }
}
