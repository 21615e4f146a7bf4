import { performance } from 'node:perf_hooks';
import { channelLog } from '../../words/channel-words.ts';
import type { MessengerLog } from '../messenger.ts';
import { type Background, sleep, untilStopped } from '../platform/until-stopped.ts';
import { type ZaloBotApi, ZaloBotRefusal } from './zalo-bot-api.ts';

/** An empty answer that comes sooner than this was not held open, and the next question waits as long. */
const TOO_SOON_MS = 500;
const STORE_AGAIN_MS = 300;

interface Polling {
  api: ZaloBotApi;
  waitSeconds: number;
  take(update: Record<string, unknown>): Promise<void>;
  log: MessengerLog;
}

/**
 * Asks for one update after the other. Zalo hands each out once and knows no confirmation, so an update that
 * cannot be stored is kept here until it can: for trying out, not for service.
 */
export function pollZaloBot({ api, waitSeconds, take, log }: Polling): Background {
  return untilStopped(
    async signal => {
      const asked = performance.now();
      const limits = { timeoutMs: waitSeconds * 1000 + 15_000, signal };
      const update = await api('getUpdates', { timeout: waitSeconds }, limits).catch(unlessNone);
      if (update) await storeAtLast(update, signal);
      else if (performance.now() - asked < TOO_SOON_MS) await sleep(TOO_SOON_MS, signal);
    },
    error => {
      log.warn({ channel: 'zalo-bot', code: codeOf(error) }, sentenceFor(error));
      return null;
    },
  );

  async function storeAtLast(update: Record<string, unknown>, signal: AbortSignal): Promise<void> {
    for (;;) {
      try {
        return await take(update);
      } catch {
        log.error({ channel: 'zalo-bot' }, channelLog.notStored);
        if (signal.aborted) return;
        await sleep(STORE_AGAIN_MS, signal);
      }
    }
  }
}

/** 408 says that nobody wrote. */
function unlessNone(error: unknown): null {
  if (error instanceof ZaloBotRefusal && error.code === 408) return null;
  throw error;
}

/** What may be logged of a failure. */
export function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? 'fault');
}

export function sentenceFor(error: unknown): string {
  return error instanceof ZaloBotRefusal && error.code === 401
    ? channelLog.tokenRefused
    : channelLog.unreachable;
}
