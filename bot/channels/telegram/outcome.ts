import { GrammyError, HttpError } from 'grammy';
import type { Sent } from '../messenger.ts';
import { fateOf } from '../platform/http-fault.ts';

/** Descriptions of errors 400 that mean: nobody is there. */
const NOBODY = /chat not found|user is deactivated|PEER_ID_INVALID|have no rights to send|not enough rights/i;

/** What became of a message to that chat which Telegram, or the way to it, refused. */
export function outcomeOf(error: unknown, chat: string): Sent {
  if (error instanceof GrammyError) return outcomeOfCode(error, chat);
  return fateOf(error instanceof HttpError ? error.error : error);
}

function outcomeOfCode({ error_code: code, description, parameters }: GrammyError, chat: string): Sent {
  if (code === 429) {
    const again = { outcome: 'again', afterMs: (parameters.retry_after ?? 1) * 1000, why: '429' } as const;
    // A group has a limit of its own; in private chats, which we pace ourselves, it is the bot that is too fast.
    return chat.startsWith('-') ? again : { ...again, everywhere: true };
  }
  // 401 and 404 mean the token: once it is put right, nothing said is lost.
  if (code >= 500 || code === 401 || code === 404)
    return { outcome: 'again', afterMs: null, why: String(code) };
  if (code === 403 || NOBODY.test(description)) return { outcome: 'refused', why: 'blocked' };
  return { outcome: 'refused', why: 'invalid' };
}

/** An edit that would change nothing has done what was wanted. */
export function isUnchanged(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes('message is not modified');
}

/** The message is gone, too old or no text: what was to take its place is said anew. */
export function isUneditable(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && !isUnchanged(error);
}

/** A group that became a supergroup has a new id, which Telegram tells. */
export function movedTo(error: unknown): string | null {
  const id = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
  return id === undefined ? null : String(id);
}
