import { Refusal } from './refusal.ts';

export interface FakeUpdate {
  update_id: number;
  [kind: string]: unknown;
}

interface Waiter {
  answer(): void;
  refuse(error: Refusal): void;
}

/** What waits to be asked for: an update stays until a higher offset confirms it. */
export class UpdateQueue {
  #waiting: FakeUpdate[] = [];
  #waiter: Waiter | null = null;

  add(update: FakeUpdate): void {
    const last = this.#waiting.at(-1);
    this.#waiting.push(update);
    // A repeated update takes its place again: the Bot API hands them out by number.
    if (last && last.update_id > update.update_id) this.#waiting.sort((a, b) => a.update_id - b.update_id);
    this.#waiter?.answer();
  }

  /** Takes everything away, for a webhook. */
  drain(): FakeUpdate[] {
    return this.#waiting.splice(0);
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** Answers `getUpdates`; a second question ends the first with 409. */
  ask(offset: number, limit: number, timeoutSeconds: number, gone: AbortSignal): Promise<FakeUpdate[]> {
    this.#waiter?.refuse(
      new Refusal(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ),
    );
    if (offset < 0) this.#waiting = this.#waiting.slice(offset);
    else this.#waiting = this.#waiting.filter(update => update.update_id >= offset);
    const batch = (): FakeUpdate[] => this.#waiting.slice(0, limit);
    if (batch().length > 0 || timeoutSeconds <= 0) return Promise.resolve(batch());
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        if (this.#waiter === waiter) this.#waiter = null;
      };
      const answer = (): void => {
        end();
        resolve(batch());
      };
      const refuse = (error: Refusal): void => {
        end();
        reject(error);
      };
      const waiter: Waiter = { answer, refuse };
      const timer = setTimeout(answer, timeoutSeconds * 1000);
      gone.addEventListener('abort', answer);
      this.#waiter = waiter;
    });
  }
}
