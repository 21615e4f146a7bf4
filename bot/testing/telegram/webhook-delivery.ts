import { deliverWithRetries } from '../deliver-webhook.ts';
import type { FakeUpdate } from './update-queue.ts';

export interface Hook {
  url: string;
  secret: string | null;
}

/** Delivers updates to a webhook, those of one chat in order, each until a 2xx comes. */
export class WebhookDelivery {
  readonly #retryMs: number;
  readonly #chats = new Map<number, Promise<unknown>>();
  #stopped = false;

  constructor(retryMs: number) {
    this.#retryMs = retryMs;
  }

  deliver(hook: Hook, chat: number, update: FakeUpdate): Promise<unknown> {
    const before = this.#chats.get(chat) ?? Promise.resolve();
    const delivery = before.then(() =>
      deliverWithRetries(
        {
          url: hook.url,
          headers: hook.secret === null ? {} : { 'x-telegram-bot-api-secret-token': hook.secret },
          body: JSON.stringify(update),
          deadlineMs: 10_000,
        },
        this.#pauses(),
        () => this.#stopped,
      ),
    );
    this.#chats.set(chat, delivery);
    return delivery;
  }

  stop(): void {
    this.#stopped = true;
  }

  *#pauses(): Generator<number> {
    for (;;) yield this.#retryMs;
  }
}
