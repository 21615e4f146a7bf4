import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { channelLog } from '../../words/channel-words.ts';
import type { MessengerLog } from '../messenger.ts';
import { type Background, untilStopped } from '../platform/until-stopped.ts';
import { ALLOWED_UPDATES } from './read-update.ts';

/** Pause after another program took our updates, in milliseconds. */
const AFTER_CONFLICT_MS = 3_000;
/** How long the last confirmation may take when stopping, in milliseconds. */
const CONFIRM_MS = 2_000;

interface Polling {
  api: Api;
  /** How long Telegram holds a question open, in seconds. */
  waitSeconds: number;
  /** Stores an update; while it rejects, the update is not confirmed. */
  take(update: Update): Promise<void>;
  log: MessengerLog;
}

/**
 * Asks for updates one batch after the other. Telegram forgets a batch when the next question names a higher
 * `offset`, so that is asked only when all of it is stored: each update arrives at least once.
 */
export function pollTelegram({ api, waitSeconds, take, log }: Polling): Background {
  let offset = 0;
  const polling = untilStopped(
    async signal => {
      const updates = await api.getUpdates(
        { offset, limit: 100, timeout: waitSeconds, allowed_updates: ALLOWED_UPDATES },
        signal as never,
      );
      if (updates.length === 0) return;
      await takeAll(updates, take, log);
      offset = updates.at(-1)!.update_id + 1;
    },
    error => pauseAfter(error, log),
  );
  return {
    async stop() {
      await polling.stop();
      // Confirms what is stored, so that a restart is not given it again.
      if (offset > 0)
        await api
          .getUpdates({ offset, limit: 1, timeout: 0 }, AbortSignal.timeout(CONFIRM_MS) as never)
          .catch(() => undefined);
    },
  };
}

class NotStored extends Error {}

/** Chats beside each other, the updates of one chat in order. */
async function takeAll(updates: Update[], take: Polling['take'], log: MessengerLog): Promise<void> {
  const chats = Map.groupBy(updates, chatOf);
  const done = await Promise.allSettled(
    Array.from(chats.values(), async ofChat => {
      for (const update of ofChat) await take(update);
    }),
  );
  if (done.every(({ status }) => status === 'fulfilled')) return;
  log.error({ channel: 'telegram' }, channelLog.notStored);
  throw new NotStored();
}

function chatOf({ message, callback_query }: Update): number {
  return (message ?? callback_query?.message)?.chat.id ?? 0;
}

function pauseAfter(error: unknown, log: MessengerLog): number | null {
  if (error instanceof NotStored) return null;
  const facts = { channel: 'telegram', code: codeOf(error) };
  if (!(error instanceof GrammyError)) {
    log.warn(facts, channelLog.unreachable);
    return null;
  }
  if (error.error_code === 409) {
    const webhook = error.description.includes('webhook');
    log.error(facts, webhook ? channelLog.webhookStands : channelLog.pollingTwice);
    return AFTER_CONFLICT_MS;
  }
  if (error.error_code === 429) return (error.parameters.retry_after ?? 1) * 1000;
  const refused = error.error_code === 401 || error.error_code === 404;
  log.error(facts, refused ? channelLog.tokenRefused : channelLog.unreachable);
  return null;
}

/** What may be logged of a failure: its code, never its words. */
export function codeOf(error: unknown): string {
  if (error instanceof GrammyError) return String(error.error_code);
  const inner = (error as { error?: unknown }).error ?? error;
  return (inner as { code?: string }).code ?? 'fault';
}
