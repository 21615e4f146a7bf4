import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StorePlace } from '../database.ts';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { answered, assessment, NOW, said, unit } from './people.ts';
import { reminderFacts } from './reminder-facts.ts';
import { unitFacts } from './unit-facts.ts';

/** What holds of a store, whatever database it lies in. `newPlace` gives an empty one. */
export function storeFacts(kind: string, newPlace: () => Promise<StorePlace>): void {
  describe(`the store in ${kind}`, () => {
    let place: StorePlace;
    let stores: Store[] = [];
    const clock = { now: NOW };
    const open = async (): Promise<Store> => {
      const store = await openStore(place, () => clock.now);
      stores.push(store);
      return store;
    };

    beforeEach(async () => {
      place = await newPlace();
      clock.now = NOW;
    });
    afterEach(async () => {
      await Promise.all(stores.map(store => store.close()));
      stores = [];
    });

    it('[K1] gives back the last state and the exchanges in order, to a store opened anew too', async () => {
      const store = await open();
      expect(await store.state('an')).toBeNull();
      for (const text of ['một', 'hai', 'ba'])
        expect(await store.keep('an', { text }, said(text))).toBe('kept');
      const again = await open();
      expect(await again.state('an')).toEqual({ text: 'ba' });
      expect((await again.exchanges('an', 2)).map(exchange => exchange.said)).toEqual(['hai', 'ba']);
      expect(await again.exchanges('binh', 9)).toEqual([]);
    });

    it('[K1] keeps any text that a person can send', async () => {
      const store = await open();
      for (const text of [
        '=HYPERLINK("x")',
        "'; drop table answers; --",
        '<b>',
        '😀'.repeat(5000),
        'a\u0301',
        '',
      ]) {
        await store.keep('an', { text }, said(text));
        expect(await store.state('an')).toEqual({ text });
        expect((await store.exchanges('an', 1))[0]).toEqual(said(text));
      }
      await store.keep('an', { text: 'a\0b\ud800' }, said('a\0b\ud800'));
      expect(await store.state('an')).toEqual({ text: 'a\0b\ud800' });
      expect((await store.exchanges('an', 1))[0]!.said).toBe('a\ufffdb\ufffd');
    });

    it('[K2] takes an event once, however many bring it at the same time', async () => {
      const [one, other] = [await open(), await open()];
      const kept = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          (n % 2 ? one : other).keep('an', { n }, said(`lần ${n}`, 'khoa-1')),
        ),
      );
      expect(kept.toSorted()).toEqual(['kept', ...Array(19).fill('taken')]);
      const [only, ...more] = await one.exchanges('an', 99);
      expect(more).toEqual([]);
      expect(await other.taken('an', 'khoa-1')).toEqual(only!.replies);
      expect(await one.state('an')).toEqual({ n: kept.indexOf('kept') });
      expect(await one.taken('an', 'khoa-2')).toBeNull();
      expect(await one.keep('binh', {}, said('khác', 'khoa-1'))).toBe('kept');
    });

    it('[K3] a fault in one change undoes the state, the exchange and the changes before it', async () => {
      const store = await open();
      await store.keep('an', { before: true }, said('trước'));
      const changes = [
        { type: 'unit-opened', unit: unit('u1') } as const,
        { type: 'assessment-opened', assessment: assessment('a1', 'u1') } as const,
        answered('a1', 'cb-1.1.1', 'met'),
        answered('khong-co', 'cb-1.1.1', 'met'),
      ];
      await expect(store.keep('an', { after: true }, said('sau'), changes)).rejects.toThrow();
      expect(await store.state('an')).toEqual({ before: true });
      expect(await store.exchanges('an', 9)).toHaveLength(1);
      expect(await store.world('an')).toMatchObject({ memberships: [], assessments: [] });
      expect(await store.keep('an', { after: true }, said('sau'), changes.slice(0, 3))).toBe('kept');
    });

    unitFacts(open, clock);
    reminderFacts(open, clock);
  });
}
