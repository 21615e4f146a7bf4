import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { channelWords } from '../../words/channel-words.ts';
import type { Choice } from '../channel.ts';
import type { Outbound, Sent } from '../messenger.ts';
import type { Part } from '../platform/send-parts.ts';
import { sendable, splitText } from '../split-text.ts';
import { withChoices } from '../with-choices.ts';
import { type OaApi, type OaBody, outcomeOf } from './oa-api.ts';
import { PRESSED } from './read-event.ts';

export const LONGEST_TEXT = 2_000;
export const MOST_BUTTONS = 5;
const LONGEST_TITLE = 100;
const LONGEST_PAYLOAD = 1_000;
/** What an Official Account may upload. */
const LARGEST_FILE = 5 * 1024 * 1024;
const UPLOADED = /\.(pdf|doc|docx)$/i;

type LinkTo = (path: string, name: string) => string | Promise<string>;

/** A message as the messages of an Official Account: texts, the buttons under the last of them, then the file. */
export async function writeParts(api: OaApi, message: Outbound, linkTo: LinkTo): Promise<Part[]> {
  const { chat, choices = [], document } = message;
  const upload = document !== undefined && UPLOADED.test(document.name) && (await isSmall(document.path));
  const link =
    document && !upload
      ? channelWords.documentLink(document.name, await linkTo(document.path, document.name))
      : '';
  const text = [message.text, link].filter(part => part !== '').join('\n\n');
  const asButtons = choices.length > 0 && choices.length <= MOST_BUTTONS && choices.every(fitsButton);
  const whole = asButtons ? text : withChoices({ text, choices, numbered: message.numbered });
  const texts = splitText(whole, LONGEST_TEXT);

  const say = (content: object): Part =>
    part(async () => api('/v3.0/oa/message/cs', json({ recipient: { user_id: chat }, message: content })));
  const parts = texts.map((said, k) =>
    say(asButtons && k === texts.length - 1 ? { text: said, attachment: template(choices) } : { text: said }),
  );
  if (document && upload)
    parts.push(file(api, document, token => say({ attachment: { type: 'file', payload: { token } } })));
  return parts;
}

function fitsButton({ id, label }: Choice): boolean {
  return (
    sendable(label).trim() !== '' &&
    label.length <= LONGEST_TITLE &&
    PRESSED.length + id.length <= LONGEST_PAYLOAD
  );
}

function template(choices: Choice[]): object {
  const buttons = choices.map(({ id, label }) => ({
    title: sendable(label),
    type: 'oa.query.hide',
    payload: PRESSED + id,
  }));
  return { type: 'template', payload: { buttons } };
}

function part(call: () => Promise<Record<string, unknown>>): Part {
  return async () => {
    try {
      return { outcome: 'sent', messageId: String((await call()).message_id ?? '') };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

function file(api: OaApi, document: { name: string; path: string }, say: (token: string) => Part): Part {
  return async () => {
    let token: unknown;
    try {
      ({ token } = await api('/v2.0/oa/upload/file', form(document.name, await readFile(document.path))));
    } catch (error) {
      return notUploaded(outcomeOf(error));
    }
    return say(String(token))();
  };
}

/** An upload is seen by nobody, so one of unknown fate may be repeated. */
function notUploaded(sent: Sent): Sent {
  return sent.outcome === 'unknown' ? { outcome: 'again', afterMs: null, why: sent.why } : sent;
}

function json(value: object): OaBody {
  return { type: 'application/json', content: JSON.stringify(value) };
}

function form(name: string, bytes: Uint8Array): OaBody {
  const boundary = `----${randomUUID()}`;
  const plainName = name.replace(/[\x00-\x1f\x7f"\\]+/g, '_');
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${plainName}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const content = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, content };
}

async function isSmall(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.size > 0 && found.size <= LARGEST_FILE;
}
