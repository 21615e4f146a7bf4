import { performance } from 'node:perf_hooks';

export interface Limits {
  /** Messages to one chat within so many milliseconds. */
  perChat: { most: number; ms: number };
  /** Messages a second in all. */
  perSecond: number;
}

/** Counts messages in sliding windows. */
export class RateLimit {
  readonly #limits: Limits | null;
  readonly #sent = new Map<string, number[]>();

  constructor(limits: Limits | null) {
    this.#limits = limits;
  }

  /** Counts a message, or says after how many milliseconds it would be taken. */
  refuses(chat: string): number | null {
    if (!this.#limits) return null;
    const { perChat, perSecond } = this.#limits;
    const wait = Math.max(
      this.#wait(`chat ${chat}`, perChat.most, perChat.ms),
      this.#wait('all', perSecond, 1000),
    );
    if (wait > 0) return wait;
    for (const key of [`chat ${chat}`, 'all']) this.#sent.get(key)!.push(performance.now());
    return null;
  }

  #wait(key: string, most: number, ms: number): number {
    const now = performance.now();
    const recent = (this.#sent.get(key) ?? []).filter(at => at > now - ms);
    this.#sent.set(key, recent);
    return recent.length < most ? 0 : recent.at(-most)! + ms - now;
  }
}
