import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutboxRow } from '../store/delivery/delivery-records.ts';
import type { Reminded } from '../store/reminders/reminder-store.ts';
import { openReminding } from './remind.ts';

const START = 1_000_000;
const row = (id: string): OutboxRow => ({
  id,
  origin: id,
  channel: 'telegram',
  chat: 'c1',
  body: { text: id },
  prompt: null,
  digest: null,
  attempts: 0,
  from: null,
  notBefore: 0,
  keptAt: 0,
});

/** A store that answers as it is told, in order; then that nobody is due. */
function open(answers: (Partial<Reminded> | Error)[], nextAt: number | null = null) {
  const asked: number[] = [];
  const pushed: string[] = [];
  const logged: string[] = [];
  let inside = 0;
  const reminding = openReminding({
    store: {
      async remind(most, at) {
        asked.push(at);
        inside += 1;
        if (most !== 2 || inside > 1) throw new Error('not as promised');
        await new Promise(resolve => setTimeout(resolve, 10));
        inside -= 1;
        const answer = answers.shift() ?? {};
        if (answer instanceof Error) throw answer;
        return { taken: 0, outbound: [], nextAt, faults: [], ...answer };
      },
    },
    decideAt: () => () => ({ outbound: [], sent: [], nextAt: 0 }),
    push: rows => void pushed.push(...rows.map(({ id }) => id)),
    now: () => START + performance.now() - begun,
    log: {
      info: () => {},
      warn: () => {},
      error: (facts, said) => void logged.push(JSON.stringify(facts) + said),
    },
    everyMs: 30_000,
    most: 2,
  });
  return { reminding, asked, pushed, logged };
}

let begun = 0;
beforeEach(() => {
  vi.useFakeTimers();
  begun = performance.now();
});
afterEach(() => vi.useRealTimers());

describe('the ticking', () => {
  it('[N18] takes one batch after the other until nobody is due, and hands each on', async () => {
    const { reminding, asked, pushed } = open([
      { taken: 2, outbound: [row('a'), row('b')] },
      { taken: 2, outbound: [row('c')] },
      { taken: 1, outbound: [row('d')] },
    ]);
    const done = reminding.tick();
    await vi.advanceTimersByTimeAsync(1000);
    await done;
    expect([asked.length, pushed]).toEqual([3, ['a', 'b', 'c', 'd']]);
  });

  it('[N18] sleeps until somebody is due, and never longer than half a minute', async () => {
    const { reminding, asked } = open([{ nextAt: START + 12_000 }, { nextAt: START + 3_600_000 }], null);
    reminding.start();
    await vi.advanceTimersByTimeAsync(11_000);
    expect(asked.length).toBe(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked.length).toBe(2);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(asked.length).toBe(2);
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked.length).toBe(3);
    await reminding.stop();
  });

  it('[N18] is not overtaken by itself: who asks meanwhile waits for the same run', async () => {
    const { reminding, asked, logged } = open([]);
    const done = Promise.all([reminding.tick(), reminding.tick(), reminding.tick()]);
    await vi.advanceTimersByTimeAsync(100);
    await done;
    expect([asked.length, logged]).toEqual([1, []]);
  });

  it('[N18] a fault of the store, or of one person’s data, is logged and tried again', async () => {
    const { reminding, asked, logged, pushed } = open([
      new Error('một chữ riêng'),
      { taken: 1, outbound: [row('a')], faults: [new TypeError('họ tên')] },
    ]);
    reminding.start();
    await vi.advanceTimersByTimeAsync(31_000);
    expect([asked.length, pushed]).toEqual([2, ['a']]);
    expect(logged).toHaveLength(2);
    expect(logged.join()).not.toMatch(/chữ riêng|họ tên/);
    await reminding.stop();
  });

  it('[N18] a store that always names a moment that is past does not make it run in circles', async () => {
    const { reminding, asked } = open([], 1);
    reminding.start();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked.length).toBeLessThanOrEqual(11);
    await reminding.stop();
  });

  it('[N18] stopped, it finishes the batch in hand and takes no other', async () => {
    const { reminding, asked, pushed } = open([
      { taken: 2, outbound: [row('a')] },
      { taken: 2, outbound: [row('b')] },
    ]);
    reminding.start();
    await vi.advanceTimersByTimeAsync(5);
    const stopped = reminding.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    await stopped;
    expect([asked.length, pushed]).toEqual([1, ['a']]);
  });
});
