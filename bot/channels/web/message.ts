import { z } from 'zod';
import { words } from './web-words.ts';

/** Characters in one message; the longest of the ninety sample questions has under three hundred. */
export const longestText = 4000;
const largestBody = 64 * 1024;

const Message = z
  .strictObject({
    id: z.string().regex(/^[\w-]{8,64}$/),
    text: z.string().optional(),
    choice: z.string().min(1).max(200).optional(),
    /** What was being asked where the choice stood. */
    prompt: z.string().min(1).max(200).optional(),
  })
  .refine(({ text, choice }) => (text === undefined) !== (choice === undefined))
  .refine(({ choice, prompt }) => prompt === undefined || choice !== undefined);

export type Message = z.infer<typeof Message>;

type Read = { message: Message } | { error: string; status: 400 | 413 | 415 };

/** Reads what the page sent, or says in one sentence why it cannot be taken. */
export async function readMessage(request: Request): Promise<Read> {
  // A form of another site cannot send this type without asking first.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    return { error: words.unreadable, status: 415 };
  }
  const body = await readBody(request);
  if (body === null) return { error: words.tooLong(longestText), status: 413 };

  const parsed = Message.safeParse(parseJson(body));
  if (!parsed.success) return { error: words.unreadable, status: 400 };

  const { id, choice, prompt } = parsed.data;
  if (choice !== undefined) return { message: { id, choice, ...(prompt === undefined ? {} : { prompt }) } };
  const text = (parsed.data.text ?? '').toWellFormed();
  if (!/[^\p{C}\p{Z}]/u.test(text)) return { error: words.empty, status: 400 };
  if (text.length > longestText) return { error: words.tooLong(longestText), status: 413 };
  return { message: { id, text } };
}

/** Null if it is too large; it is still read to its end, or the browser would see a broken connection, not our answer. */
async function readBody(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > 16 * largestBody) return null;
    if (size <= largestBody) chunks.push(chunk);
  }
  return size > largestBody ? null : Buffer.concat(chunks).toString('utf8');
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
