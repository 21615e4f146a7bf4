import type { SentenceReader } from '../knowledge/index.ts';
import type { Proposal } from './dialogues/assess/proposed-answer.ts';
import type { Turn } from './dialogues/turn.ts';

/** What a model reads in the answer that a turn could not read; null: nothing to read, or nothing read. */
export async function readWithModel(
  { unread }: Turn,
  reader: SentenceReader | null | undefined,
  person: string,
): Promise<Proposal | null> {
  if (!unread || !reader) return null;
  const { requirement, ...asked } = unread;
  const read = await reader.read({ ...asked, person });
  return read && { requirement, read };
}
