import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StorePlace } from '../database.ts';
import { openDatabase } from '../database.ts';
import type { Decide } from '../reminders/reminder-store.ts';
import { idlePlans } from './idle-plans.ts';
import type { Reminding } from './open-reminding.ts';
import { once, openReminding, withReminders } from './open-reminding.ts';
import { joinUnit, openUnit, said } from './people.ts';
import { doneFor, made, marked } from './reminder-changes.ts';

const START = Date.parse('2026-11-21T01:00:00Z');
const DAY = 24 * 3600 * 1000;

/** What holds of reminders that come by themselves, whatever database they lie in. */
export function remindFacts(kind: string, newPlace: () => Promise<StorePlace>): void {
  describe(`reminding from ${kind}`, () => {
    let place: StorePlace;
    let opened: Reminding[] = [];
    const clock = { now: START };
    const open = async (owner = 'mot'): Promise<Reminding> => {
      const one = await openReminding(place, owner, clock);
      opened.push(one);
      return one;
    };
    /** Who is looked at, in order. */
    const lookedAt = async ({ rows }: Reminding, at = clock.now): Promise<string[]> => {
      const persons: string[] = [];
      await rows.remind(99, at, ({ person }) => {
        persons.push(person);
        return { outbound: [], sent: [], nextAt: at + DAY };
      });
      return persons;
    };

    beforeEach(async () => {
      place = await newPlace();
      clock.now = START;
    });
    afterEach(async () => {
      await Promise.all(opened.map(({ store }) => store.close()));
      opened = [];
    });

    it('[N42] whatever changes somebody’s reminders has them looked at anew, of a unit all its members', async () => {
      const one = await open();
      const { store } = one;
      expect(await one.rows.nextWake()).toBeNull();
      await openUnit(store);
      await joinUnit(store, 'pho', 'deputy');
      await store.keep('an', {}, said('…'), [made('r1')]);
      expect((await lookedAt(one)).toSorted()).toEqual(['an', 'bi-thu', 'pho']);
      expect(await lookedAt(one)).toEqual([]);
      expect(await one.rows.nextWake()).toBe(START + DAY);
      await store.keep('pho', {}, said('…'), [doneFor('u1', 'd1', '2026-11-30')]);
      expect(await one.rows.nextWake()).toBe(0);
      expect((await lookedAt(one)).toSorted()).toEqual(['bi-thu', 'pho']);
      await store.keep('bi-thu', {}, said('…'), [marked('duty:u1:d1', '2026-11-30')]);
      expect(await lookedAt(one)).toEqual(['bi-thu']);
      // What a member has done keeps a reminder from the secretary, and may bring it again only when it is taken back.
      await store.keep('pho', {}, said('…'), [marked('duty:u1:d1', '2026-11-30')]);
      expect(await lookedAt(one)).toEqual(['pho']);
      const takenBack = { item: 'duty:u1:d1', due: '2026-11-30', kind: 'reopened', until: null } as const;
      await store.keep('pho', {}, said('…'), [{ type: 'reminder-marked', mark: takenBack }]);
      expect((await lookedAt(one)).toSorted()).toEqual(['bi-thu', 'pho']);
      const refused = store.keep('pho', {}, said('…'), [made('r2'), marked('own:r1', '2026-12-03')]);
      await expect(refused).rejects.toThrow();
      await store.keep('an', {}, said('hỏi'));
      expect(await lookedAt(one)).toEqual([]);
    });

    it('[N43] who is due is looked at, the longest due first, and nobody before', async () => {
      const one = await open();
      await withReminders(one, 4);
      const at = (person: string): number => START + Number(person.slice(2)) * 1000;
      await one.rows.remind(9, START, ({ person }) => ({ outbound: [], sent: [], nextAt: at(person) }));
      const seen: string[] = [];
      const look: Decide = ({ person }) => {
        seen.push(person);
        return { outbound: [], sent: [], nextAt: START + DAY };
      };
      expect(await one.rows.remind(2, START + 2000, look)).toMatchObject({ taken: 2, nextAt: START + 2000 });
      expect(await one.rows.remind(2, START + 2000, look)).toMatchObject({ taken: 1, nextAt: START + 3000 });
      expect(await one.rows.remind(2, START + 2000, look)).toMatchObject({ taken: 0 });
      expect(seen).toEqual(['n-0', 'n-1', 'n-2']);
    });

    it('[N43] what is decided upon is the person’s whole world and where they can be written to', async () => {
      const one = await open();
      const { store, rows } = one;
      await openUnit(store);
      await joinUnit(store, 'pho', 'deputy');
      await store.keep('pho', {}, said('…'), [
        made('r1'),
        { type: 'reminding-set', preferences: { hour: '06:00' } },
        {
          type: 'answered',
          assessment: 'a1',
          event: { requirement: 'x', value: 'met', note: null, source: 'prompt' },
        },
      ]);
      for (const [channel, address] of [
        ['zalo-oa', '3'],
        ['web', '1'],
        ['telegram', '8'],
        ['zalo-bot', '2'],
        ['telegram', '7'],
      ] as [string, string][]) {
        await rows.addAccount({ channel, address, person: 'pho', chat: `c${address}` });
      }
      await rows.block('zalo-bot', 'c2');
      const worlds = new Map<string, unknown>();
      await rows.remind(9, START, ({ person, world, accounts }) => {
        worlds.set(person, { world, accounts });
        return { outbound: [], sent: [], nextAt: START + DAY };
      });
      for (const person of ['bi-thu', 'pho']) {
        const { version: _, ...world } = await store.world(person);
        expect(worlds.get(person)).toMatchObject({ world });
      }
      expect((await store.world('pho')).reminders.channels).toEqual(['telegram', 'zalo-oa']);
      expect(worlds.get('pho')).toMatchObject({ accounts: [{ chat: 'c7' }, { chat: 'c8' }, { chat: 'c3' }] });
      // Whoever writes from a chat that was blocked can be written to again, and is looked at anew.
      await one.rows.take([
        {
          ...{ channel: 'zalo-bot', key: 'k', chat: 'c2', address: '2', privateChat: true, text: 'chào' },
          ...{ at: '2026-11-21T01:00:00Z', state: 'waiting', outbound: [] },
        },
      ]);
      expect(await lookedAt(one)).toEqual(['pho']);
    });

    it('[N43] what is to be said is in the outbox and stands as sent in one transaction, or neither', async () => {
      const one = await open();
      const [person] = await withReminders(one, 1);
      const bad: Decide = seen => {
        const decided = once('2026-12-03', START + DAY)(seen);
        return { ...decided, sent: [...decided.sent, { ...decided.sent[0]!, item: null as never }] };
      };
      await expect(one.rows.remind(9, START, bad)).rejects.toThrow();
      expect((await one.store.world(person!)).reminders.sent).toEqual([]);
      expect(await one.rows.depth()).toMatchObject({ waiting: 0 });
      expect(await one.rows.nextWake()).toBe(0);
      const { outbound } = await one.rows.remind(9, START, once('2026-12-03', START + DAY));
      expect((await one.store.world(person!)).reminders.sent).toEqual([
        { item: 'own:r1', due: '2026-12-03', moment: 'own', at: '2026-11-21T01:00:00Z' },
      ]);
      const other = await open('hai');
      expect((await other.rows.adopt(true)).outbound).toEqual(outbound);
    });

    it('[N44] of several who look at once each reminder is one’s', async () => {
      const all = [await open('mot'), await open('hai'), await open('ba')];
      await withReminders(all[0]!, 100);
      const said: string[] = [];
      for (const [round, due] of ['2026-12-03', '2027-01-03', '2027-01-03'].entries()) {
        const at = START + round * DAY;
        await Promise.all(
          all.flatMap((one, n) =>
            ['x', 'y'].map(async part => {
              const decide = once(due, at + DAY, `${n}${part}${round}`);
              for (let turn = 0; turn < 12; turn += 1) {
                const { outbound } = await one.rows.remind(17, at, decide);
                said.push(...outbound.map(({ chat }) => `${chat} ${due}`));
              }
            }),
          ),
        );
      }
      expect(said).toHaveLength(200);
      expect(new Set(said).size).toBe(200);
      expect(await all[0]!.rows.depth()).toMatchObject({ waiting: 200 });
    });

    it('[N45] a clock that goes back more than an hour has everybody looked at anew, and what was sent stands', async () => {
      const one = await open();
      const persons = await withReminders(one, 3);
      const decide = once('2026-12-03', START + 30 * DAY);
      expect((await one.rows.remind(9, START, decide)).outbound).toHaveLength(3);
      expect(await one.rows.remind(9, START - 1800_000, decide)).toMatchObject({ taken: 0 });
      expect(await one.rows.remind(2, START - DAY, decide)).toMatchObject({ taken: 2, outbound: [] });
      expect(await lookedAt(one, START - DAY)).toHaveLength(1);
      expect(await one.rows.remind(9, START - DAY, decide)).toMatchObject({ taken: 0 });
      expect((await one.store.world(persons[0]!)).reminders.sent).toHaveLength(1);
    });

    it('[N46] what one person’s data bring about keeps reminders from nobody else', async () => {
      const one = await open();
      await withReminders(one, 3);
      const decide = once('2026-12-03', START + DAY);
      const broken: Decide = seen => {
        if (seen.person === 'n-1') throw new Error('hỏng');
        return decide(seen);
      };
      const first = await one.rows.remind(9, START, broken);
      expect(first).toMatchObject({ taken: 3, nextAt: START + 600_000 });
      expect(first.faults).toHaveLength(1);
      expect(first.outbound.map(({ chat }) => chat)).toEqual(['n-0', 'n-2']);
      const { outbound } = await one.rows.remind(9, START + 600_000, decide);
      expect(outbound.map(({ chat }) => chat)).toEqual(['n-1']);
    });

    it('[N46] a new edition of the rules has everybody looked at anew, once', async () => {
      const [one, other] = [await open(), await open('hai')];
      await withReminders(one, 2);
      await one.rows.replan('1');
      expect(await lookedAt(one)).toHaveLength(2);
      await other.rows.replan('1');
      expect(await lookedAt(one)).toEqual([]);
      await Promise.all([one.rows.replan('2'), other.rows.replan('2')]);
      expect((await lookedAt(one)).toSorted()).toEqual(['n-0', 'n-1']);
    });

    it('[N48] two who turn out to be one keep their reminders, and what either was sent is not sent again', async () => {
      const one = await open();
      const { store, rows } = one;
      await openUnit(store);
      await store.keep('bi-thu', {}, said('…'), [made('r1'), { type: 'feed-opened', tokenHash: 'bam' }]);
      await store.keep('zalo-bot:7', {}, said('…'), [
        made('r2'),
        marked('own:r2', '2026-12-03'),
        { type: 'reminding-set', preferences: { hour: '06:00' } },
      ]);
      await rows.remind(9, START, once('2026-12-03', START + DAY));
      await rows.giveCode(
        { hash: 'ma', person: 'bi-thu', expiresAt: START + 1000 },
        { key: 'k1', said: 'mã', replies: [], beside: null },
      );
      const given = { hash: 'ma', typedBy: 'zalo-bot:7', mergeStates: (kept: unknown) => kept };
      await rows.link(given, () => ({ key: 'k2', said: 'LIENKET', replies: [], beside: null }));
      expect((await store.world('bi-thu')).reminders).toMatchObject({
        own: [{ id: 'r1' }, { id: 'r2' }],
        marks: [{ item: 'own:r2', kind: 'done' }],
        preferences: { hour: '06:00' },
        sent: [{ item: 'own:r1' }],
        feed: true,
        channels: [],
      });
      expect((await store.world('zalo-bot:7')).reminders).toMatchObject({ own: [], sent: [], feed: false });
      expect(await rows.remind(9, START, once('2026-12-03', START + DAY))).toMatchObject({
        taken: 1,
        outbound: [],
      });
    });

    it('[N48] two who turn out to be one belong to a unit since the earlier of them joined', async () => {
      for (const [first, second] of [
        ['an', 'zalo-bot:7'],
        ['zalo-bot:8', 'binh'],
      ] as const) {
        const one = await open();
        const { store, rows } = one;
        if (first === 'an') await openUnit(store);
        clock.now = START + 1000;
        await joinUnit(store, first, 'member');
        clock.now = START + 2000;
        await joinUnit(store, second, 'deputy');
        const [kept, gone] = first === 'an' ? [first, second] : [second, first];
        await rows.giveCode(
          { hash: `ma-${kept}`, person: kept, expiresAt: START + 9000 },
          { key: `k1-${kept}`, said: 'mã', replies: [], beside: null },
        );
        const given = { hash: `ma-${kept}`, typedBy: gone, mergeStates: (state: unknown) => state };
        await rows.link(given, () => ({ key: `k2-${kept}`, said: 'LIENKET', replies: [], beside: null }));
        expect((await store.world(kept)).memberships).toMatchObject([
          { role: 'deputy', since: '2026-11-21T01:00:01Z' },
        ]);
        expect((await store.world(gone)).memberships).toEqual([]);
      }
    });

    it('[N49] what was sent is known for 100 days, and a clock that runs ahead for an hour forgets a day of it', async () => {
      const one = await open();
      const [person] = await withReminders(one, 1);
      const sent = async (): Promise<string[]> =>
        (await one.store.world(person!)).reminders.sent.map(({ due }) => due);
      const dues = ['2026-11-21', '2026-11-24', '2026-11-27'];
      for (const [n, due] of dues.entries()) {
        await one.rows.remind(9, START + n * 3 * DAY, once(due, START + (n + 1) * 3 * DAY, due));
      }
      clock.now = START + 100 * DAY;
      await one.rows.prune(0);
      expect(await sent()).toEqual(dues);
      clock.now = START + 400 * DAY;
      await one.rows.prune(0);
      expect(await sent()).toEqual(dues.slice(1));
    });

    it('[N41] an address opens one person’s calendar until it is closed or another is opened', async () => {
      const one = await open();
      const { store, rows } = one;
      const change = (type: 'feed-opened' | 'feed-closed', tokenHash = ''): Promise<unknown> =>
        store.keep('an', {}, said('…'), [type === 'feed-opened' ? { type, tokenHash } : { type }]);
      expect(await rows.feedPerson('bam-1')).toBeNull();
      await change('feed-opened', 'bam-1');
      expect(await rows.feedPerson('bam-1')).toBe('an');
      await change('feed-opened', 'bam-2');
      expect([await rows.feedPerson('bam-1'), await rows.feedPerson('bam-2')]).toEqual([null, 'an']);
      await change('feed-closed');
      expect(await rows.feedPerson('bam-2')).toBeNull();
    });

    it('[N47] when nobody is due, looking reads the first entries of an index, however many there are', async () => {
      const one = await open();
      await withReminders(one, 1);
      await lookedAt(one);
      const { db } = await openDatabase(place);
      const plans = await idlePlans(db, kind === 'SQLite' ? 'sqlite' : 'postgres', 20_000, START);
      for (const plan of plans)
        expect(plan).toMatch(/USING .*INDEX wakes_(next|planned)|using wakes_(next|planned)/);
      for (const plan of plans) expect(plan).not.toMatch(/SCAN|Seq Scan|TEMP B-TREE|Sort/);
      await db.destroy();
    });
  });
}
