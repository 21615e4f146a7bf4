import type { Reply } from '../channels/channel.ts';
import { toldOnce } from '../words/store-words.ts';

/** A reply as it is kept: without what is told once. */
export function keptReply({ once, ...reply }: Reply): Reply {
  return once === undefined ? reply : { ...reply, text: reply.text.replaceAll(once, toldOnce) };
}
