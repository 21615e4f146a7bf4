import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { StorePlace } from '../store/database.ts';
import { StoreFault } from '../store/store-fault.ts';
import { deliveryWords } from '../words/delivery-words.ts';
import { memoryMessenger } from './testing/memory-messenger.ts';
import type { TestDelivery, TestOptions } from './testing/open-test-delivery.ts';
import { openTestDelivery, until } from './testing/open-test-delivery.ts';

const newPlace = (): StorePlace => ({ dataDir: mkdtempSync(join(tmpdir(), 'delivery-')), databaseUrl: null });
let opened: TestDelivery[] = [];
const open = async (options: TestOptions, place = newPlace()): Promise<TestDelivery> => {
  const delivery = await openTestDelivery(place, options);
  opened.push(delivery);
  await delivery.delivery.start();
  return delivery;
};
afterEach(async () => {
  await Promise.all(opened.map(one => one.close().catch(() => undefined)));
  opened = [];
});
const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

describe('the inbox', () => {
  it('[O1] an event that comes again, also at the same instant or after a restart, is answered once', async () => {
    const place = newPlace();
    const telegram = memoryMessenger();
    const first = await open({ messengers: [telegram] }, place);
    await Promise.all([1, 2, 3].map(() => telegram.says('7', '/trogiup', { key: 'u1' })));
    await until(() => telegram.arrived.length > 0);
    await telegram.says('7', '/trogiup', { key: 'u1' });
    await first.close();
    const again = memoryMessenger();
    await open({ messengers: [again], owner: 'hai2' }, place);
    await again.says('7', '/trogiup', { key: 'u1' });
    await again.says('7', '/trogiup', { key: 'u2' });
    await until(() => again.arrived.length > 0);
    await sleep(50);
    expect([telegram.arrived.length, again.arrived.length]).toEqual([1, 1]);
  });

  it('[O2] one chat is answered in order, one event at a time, and chats do not wait for each other', async () => {
    const telegram = memoryMessenger();
    const running = new Map<string, number>();
    let most = 0;
    await open({
      messengers: [telegram],
      rate: { perSecond: 1000, burst: 1000 },
      say: conversation => ({
        ...conversation,
        async say(inbound, key) {
          running.set(inbound.person, (running.get(inbound.person) ?? 0) + 1);
          expect(running.get(inbound.person)).toBe(1);
          most = Math.max(most, running.size);
          await sleep(inbound.text!.endsWith('0') ? 30 : 1);
          running.delete(inbound.person);
          return conversation.say(inbound, key);
        },
      }),
    });
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => telegram.says(String(n % 4), `/trogiup ${n}`, { key: `u${n}` })),
    );
    await until(() => telegram.arrived.length === 40);
    expect(most).toBe(4);
    for (const chat of ['0', '1', '2', '3']) {
      const ids = telegram.arrived.filter(message => message.chat === chat).map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted());
    }
  });

  it('[O3] an event is acknowledged only when it is stored', async () => {
    const telegram = memoryMessenger();
    let down = true;
    const full = (): never => {
      throw new StoreFault('full', 'x');
    };
    await open({
      messengers: [telegram],
      over: { rows: rows => ({ ...rows, take: async events => (down ? full() : rows.take(events)) }) },
    });
    await expect(telegram.says('7', '/trogiup', { key: 'u1' })).rejects.toThrow(StoreFault);
    down = false;
    await telegram.says('7', '/trogiup', { key: 'u1' });
    await until(() => telegram.arrived.length === 1);
  });

  it('[O4] an answer that the store does not take is given when it does, and nothing is said before', async () => {
    const telegram = memoryMessenger();
    let down = true;
    const one = await open({
      messengers: [telegram],
      over: {
        store: store => ({
          ...store,
          keep: async (...given) => {
            if (down) throw new StoreFault('full', 'x');
            return store.keep(...given);
          },
        }),
      },
    });
    await telegram.says('7', '/trogiup');
    await sleep(100);
    expect(telegram.sends).toEqual([]);
    down = false;
    await until(() => telegram.arrived.length === 1);
    expect(telegram.arrived[0]!.text).toContain('/trogiup');
    expect(await one.store.exchanges('telegram:7', 9)).toHaveLength(1);
  });

  it('[O14] whoever writes too fast is told so once, and the others are served', async () => {
    const telegram = memoryMessenger();
    await open({ messengers: [telegram], rate: { perSecond: 0.001, burst: 3 } });
    for (let n = 0; n < 12; n += 1) await telegram.says('7', '/trogiup');
    await telegram.says('8', '/trogiup');
    await until(() => telegram.arrived.length === 5);
    await sleep(30);
    const told = telegram.arrived.filter(({ text }) => text === deliveryWords.tooFast);
    expect([telegram.arrived.length, told.length, told[0]!.chat]).toEqual([5, 1, '7']);
  });

  it('[O15] a fault of the program is a sentence with a reference, and the log has neither text nor address', async () => {
    const telegram = memoryMessenger();
    const one = await open({
      messengers: [telegram],
      say: conversation => ({
        ...conversation,
        say: async inbound => {
          throw new Error(`hỏng vì ${inbound.text}`);
        },
      }),
    });
    await telegram.says('7000123', 'điều riêng tư');
    await until(() => telegram.arrived.length === 1);
    expect(telegram.arrived[0]!.text).toContain('ABC346');
    expect(one.logged.join('\n')).toContain('ABC346');
    expect(one.logged.join('\n')).not.toMatch(/riêng tư|7000123/);
    await telegram.says('7000123', 'tiếp');
    await until(() => telegram.arrived.length === 2);
  });

  it('[O2] a photo or a voice message is answered in words', async () => {
    const telegram = memoryMessenger();
    await open({ messengers: [telegram] });
    await telegram.says('7', '', { text: undefined } as never);
    await until(() => telegram.arrived.length === 1);
    expect(telegram.arrived[0]!.text).toBe(deliveryWords.notText);
  });
});

describe('the outbox', () => {
  const states = async ({ rows }: TestDelivery): Promise<string[]> =>
    (await rows.stuck(99)).map(({ state, why }) => `${state} ${why}`);

  it('[O6] [O7] waits as long as the platform asks, keeps the order, and says where it stopped', async () => {
    const telegram = memoryMessenger();
    await open({ messengers: [telegram] });
    telegram.outcomes.push({ outcome: 'again', afterMs: 300, why: '429', from: 2 });
    await telegram.says('7', '/trogiup');
    await telegram.says('7', '/huy');
    await telegram.says('8', '/huy');
    await until(() => telegram.arrived.length === 3);
    expect(telegram.arrived.map(({ chat }) => chat)).toEqual(['8', '7', '7']);
    expect(telegram.arrived[1]!.text).toContain('/trogiup');
    const [first, again] = telegram.sends.filter(({ message }) => message.text.includes('/kehoach'));
    expect(again!.at - first!.at).toBeGreaterThanOrEqual(290);
    expect(again!.message.from).toBe(2);
  });

  it('[O7] after faults the pauses grow, and after many it is given up and the next goes on', async () => {
    const { afterSend, growingPause, MOST_ATTEMPTS } = await import('./after-send.ts');
    const pauses = [1, 2, 3, 11, 25].map(attempts => growingPause(attempts, 1));
    expect(pauses).toEqual([1000, 2000, 4000, 900_000, 900_000]);
    expect(growingPause(3, 0)).toBe(2000);
    const row = { attempts: MOST_ATTEMPTS - 1, from: null, notBefore: 0, id: 'x' } as never;
    const sent = { outcome: 'again', afterMs: null, why: '500' } as const;
    expect(afterSend(row, sent, { now: 0, chance: 0 }).state).toBe('given-up');
    const telegram = memoryMessenger();
    const one = await open({ messengers: [telegram] });
    telegram.outcomes.push(sent);
    await telegram.says('7', '/trogiup');
    await until(() => telegram.arrived.length === 1);
    expect(telegram.sends[1]!.at - telegram.sends[0]!.at).toBeGreaterThanOrEqual(490);
    expect(await states(one)).toEqual([]);
  });

  it('[O8] [O9] what was refused or may have arrived is recorded, never repeated, and the next goes on', async () => {
    const telegram = memoryMessenger();
    const one = await open({ messengers: [telegram] });
    telegram.outcomes.push(
      { outcome: 'refused', why: 'blocked' },
      { outcome: 'unknown', why: 'timeout' },
      async () => {
        throw new Error('a broken messenger');
      },
    );
    for (const text of ['/trogiup', '/huy', '/huy', '/trogiup']) {
      await telegram.says('7', text);
      await until(async () => (await one.rows.depth()).waiting === 0);
    }
    expect(telegram.sends).toHaveLength(4);
    expect(telegram.arrived).toHaveLength(1);
    expect((await states(one)).toSorted()).toEqual(['refused blocked', 'unknown fault', 'unknown timeout']);
    const metrics = one.metrics.text([]);
    expect(metrics).toContain(
      'tro_ly_deliveries_total{channel="telegram",outcome="refused",why="blocked"} 1',
    );
    expect(metrics).toContain('tro_ly_deliveries_total{channel="telegram",outcome="unknown"} 2');
  });

  it('[O8] whoever blocked is known to be out of reach until they write again', async () => {
    const telegram = memoryMessenger();
    const { rows } = await open({ messengers: [telegram] });
    telegram.outcomes.push({ outcome: 'refused', why: 'blocked' });
    const blocked = async (): Promise<boolean> => (await rows.accounts('telegram:7'))[0]?.blocked ?? false;
    await telegram.says('7', '/trogiup');
    await until(blocked);
    await telegram.says('7', '/trogiup');
    expect(await blocked()).toBe(false);
  });

  it('[O6] keeps the pace of a chat and of the whole platform', async () => {
    const telegram = memoryMessenger('telegram', { perChatMs: 100, perSecond: 20 });
    await open({ messengers: [telegram], rate: { perSecond: 1000, burst: 1000 } });
    await Promise.all(Array.from({ length: 30 }, (_, n) => telegram.says(n < 4 ? 'cham' : `c${n}`, '/huy')));
    const start = performance.now();
    await until(() => telegram.arrived.length === 30);
    // Twenty at once, ten more at twenty a second.
    expect(performance.now() - start).toBeGreaterThan(400);
    const slow = telegram.sends.filter(({ message }) => message.chat === 'cham').map(({ at }) => at);
    for (let n = 1; n < slow.length; n += 1) expect(slow[n]! - slow[n - 1]!).toBeGreaterThanOrEqual(95);
  });

  it('[O10] where messages are rationed, replies and reminders of a day are put together and counted', async () => {
    const zalo = memoryMessenger('zalo-bot', { counted: true, longestText: 2000 });
    const { delivery, rows } = await open({
      messengers: [zalo],
      now: () => Date.parse('2026-11-30T18:00:00Z'),
    });
    zalo.outcomes.push({ outcome: 'again', afterMs: 0, why: '500' });
    const to = { channel: 'zalo-bot', chat: '7', digest: 'nhac 2026-12-01' };
    const post = (n: number) => delivery.post({ ...to, origin: `nhac:${n}` }, [{ text: `Việc ${n}` }]);
    await Promise.all([1, 2, 3].map(post));
    await post(2);
    await until(() => zalo.arrived.length > 0 && zalo.arrived.at(-1)!.text.includes('Việc 3'));
    const texts = zalo.arrived.map(({ text }) => text).join('\n\n');
    expect(texts).toBe('Việc 1\n\nViệc 2\n\nViệc 3');
    await until(async () => (await rows.sentInMonth('zalo-bot', '2026-12')) === zalo.arrived.length);
    expect(zalo.arrived.length).toBeLessThan(3);
  });

  it('[O18] stopping finishes what is on its way and leaves the rest for the next start', async () => {
    const place = newPlace();
    const telegram = memoryMessenger('telegram', { perChatMs: 60_000 });
    const first = await open({ messengers: [telegram] }, place);
    telegram.outcomes.push(async () => {
      await sleep(200);
      return { outcome: 'sent', messageId: 'm' };
    });
    await telegram.says('7', '/trogiup');
    await telegram.says('7', '/huy');
    await until(() => telegram.sends.length === 1);
    await first.close();
    expect(telegram.arrived).toHaveLength(1);
    const again = memoryMessenger();
    const second = await open({ messengers: [again], owner: 'hai2' }, place);
    await until(() => again.arrived.length === 1);
    expect(await states(second)).toEqual([]);
  });
});
