import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rulebook } from '../../evaluators/index.ts';
import { builtInRulebooks, loadRulebooks } from '../../evaluators/index.ts';
import type { OutboxRow } from '../store/delivery/delivery-records.ts';
import type { World } from '../store/records.ts';
import type { Decide } from '../store/reminders/reminder-store.ts';
import { decide } from './decide.ts';
import { openReminding } from './remind.ts';
import type { MemoryStore } from './testing/memory-store.ts';
import { openMemoryStore } from './testing/memory-store.ts';
import { naiveList } from './testing/naive-list.ts';
import { sampleWorld, TELEGRAM } from './testing/sample-world.ts';
import { at, clockAt, iso, viewAt } from './testing/simulate.ts';

const { rulebooks } = loadRulebooks(builtInRulebooks);
const START = '2025-10-20';
const END = '2027-01-20 12:00';
const DEFAULT = [30, 15, 7, 3, 1, 0];
const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

const people = [
  { plan: 'quang-binh-69-kh-duk', subject: 'dang-bo-co-so' },
  { plan: 'tkv-1288-kh-du', subject: 'chi-bo-truc-thuoc' },
  { plan: 'can-duoc-10-hd-btchu', subject: 'chi-bo-co-so-khoi-co-quan' },
].map((one, index) => ({
  ...one,
  person: `p${index}`,
  rulebook: rulebooks.get(one.plan)!,
  // One came later, and of another's unit somebody has marked what is due in March.
  joined: index === 1 ? '2026-02-10 09:00' : START,
  marked: index === 2 ? [{ duty: 'd4-1', due: '2026-03-31' }] : [],
}));

const worldOf = ({ plan, subject, joined, marked }: (typeof people)[number]): World =>
  sampleWorld({ plan, subject, since: iso(START), joined: iso(joined), unit: { marked } });

/** What must have been sent to each by an instant, by the naive list: `<person> <item> <due> <moment>` → when. */
function expected(until: number): Map<string, number> {
  return new Map(
    people.flatMap(({ person, rulebook, subject, joined, marked }) =>
      naiveList(
        {
          ...{
            rulebook,
            subject,
            leads: DEFAULT,
            hour: '07:30',
            secretary: true,
            entered: [],
            confirmed: true,
          },
          marked,
        },
        START,
        clockAt(until).slice(0, 10),
      )
        .filter(one => one.at >= joined && at(one.at) <= until)
        .map(({ duty, due, moment, at: when }): [string, number] => [
          `${person} duty:u1:${duty} ${due} ${moment}`,
          at(when),
        ]),
    ),
  );
}

const nameOf = ({ person, sent }: MemoryStore['sent'][number]): string =>
  `${person} ${sent.item} ${sent.due} ${sent.moment}`;

let id = 0;
const decideAt =
  (now: number): Decide =>
  ({ person, world }) => {
    const rulebook: Rulebook = rulebooks.get(world.memberships[0]!.unit.plan)!;
    const { due, sent, nextAt } = decide(viewAt(now, world, rulebook), 'free');
    return { sent, nextAt, outbound: due.length === 0 ? [] : [message(person, sent[0]!)] };
  };

function message(
  person: string,
  { item, due, moment }: { item: string; due: string; moment: string },
): OutboxRow {
  id += 1;
  const origin = `reminder:${person}:${item}:${due}:${moment}`;
  const to = { channel: 'telegram', chat: person, body: { text: origin }, prompt: null, digest: null };
  return { id: String(id), origin, ...to, attempts: 0, from: null, notBefore: 0, keptAt: 0 };
}

function open(step?: (name: string) => Promise<void>): MemoryStore {
  const store = openMemoryStore(step);
  for (const one of people) store.put(one.person, worldOf(one), [TELEGRAM]);
  return store;
}

/** What happens to the machine while the calendar runs. */
type Mishap =
  | { kind: 'down'; after: number; ms: number }
  | { kind: 'clock'; after: number; ms: number }
  | { kind: 'kill'; after: number; step: number };

/** Three ticks at least: whatever waits in quiet hours goes out before the next mishap. */
const after = fc.integer({ min: 3, max: 80 });
const mishaps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('down' as const), after, ms: fc.integer({ min: HOUR, max: MONTH }) }),
    fc.record({ kind: fc.constant('clock' as const), after, ms: fc.integer({ min: -MONTH, max: MONTH }) }),
    fc.record({ kind: fc.constant('kill' as const), after, step: fc.integer({ min: 0, max: 6 }) }),
  ),
  { maxLength: 12 },
);

/** Runs the calendar from START to END through what happens; gives the store and the times it was down. */
async function live(happens: readonly Mishap[]): Promise<{ store: MemoryStore; down: [number, number][] }> {
  let kill = -1;
  const store = open(async () => {
    if (kill >= 0 && kill-- === 0) throw new Error('killed');
  });
  let now = at(START);
  const down: [number, number][] = [];
  const tick = (): Promise<void> =>
    openReminding({ store, decideAt, push: () => {}, now: () => now, log: quiet, most: 2 }).tick();
  const goOn = async (ticks: number): Promise<void> => {
    for (let count = 0; count < ticks && now < at(END); count += 1) {
      await tick();
      now = Math.min(at(END), Math.max(now, (await store.nextWake())!));
    }
  };
  for (const mishap of happens) {
    await goOn(mishap.after);
    // The last day is a quiet one: what was missed has come by then.
    const ms = mishap.kind === 'kill' ? 0 : Math.min(mishap.ms, at(END) - DAY - now);
    if (mishap.kind === 'kill') kill = mishap.step;
    if (mishap.kind === 'down' && ms > 0) down.push([now, now + ms]);
    if (mishap.kind === 'clock' || ms > 0) now += ms;
    await tick();
  }
  kill = -1;
  await goOn(Number.POSITIVE_INFINITY);
  await tick();
  return { store, down };
}

describe('nothing is lost and nothing comes twice', () => {
  it('[N4] through months without power, kills between any two steps, and a clock that jumps', async () => {
    await fc.assert(
      fc.asyncProperty(mishaps, async happens => {
        const { store } = await live(happens);
        const names = store.sent.map(nameOf);
        expect(new Set(names).size).toBe(names.length);
        const due = expected(at(END));
        expect(new Set(due.keys()).difference(new Set(names))).toEqual(new Set());
        for (const one of store.sent) {
          const when = due.get(nameOf(one));
          if (when !== undefined) expect(one.at).toBeGreaterThanOrEqual(when);
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('[N4] what was not missed comes at its very time, and what was missed as soon as the assistant runs', async () => {
    const downs = mishaps.map(all => all.filter(({ kind }) => kind === 'down'));
    await fc.assert(
      fc.asyncProperty(downs, async happens => {
        const { store, down } = await live(happens);
        const due = expected(at(END));
        for (const one of store.sent) {
          const when = due.get(nameOf(one))!;
          if (one.at === when) continue;
          const missed = down.find(([from, to]) => when >= from && when <= to);
          expect(missed).toBeDefined();
          const back = missed![1];
          // Quiet hours last until six.
          const clock = clockAt(back).slice(11);
          const waits = clock >= '21:30' || clock < '06:00';
          if (!waits) expect(clockAt(one.at)).toBe(clockAt(back));
          else expect(clockAt(one.at).slice(11)).toBe('06:00');
          expect(one.at - back).toBeLessThan(9 * HOUR);
        }
        expect(store.sent.map(nameOf).toSorted()).toEqual([...due.keys()].toSorted());
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('[N4] whatever several processes do at once, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 3 }), async (s, most) => {
        const store = open(name => s.schedule(Promise.resolve(), name));
        let now = at('2026-11-30 07:30');
        const processes = Array.from({ length: 3 }, () =>
          openReminding({ store, decideAt, push: () => {}, now: () => now, log: quiet, most }),
        );
        for (let day = 0; day < 3; day += 1) {
          await s.waitFor(Promise.all(processes.map(one => one.tick())));
          // Whoever found a person in another's hand comes back at the next tick.
          await s.waitFor(processes[0]!.tick());
          now += DAY;
        }
        const names = store.sent.map(nameOf);
        expect(new Set(names).size).toBe(names.length);
        expect(names).toEqual(
          expect.arrayContaining(['p2 duty:u1:d4-1 2026-11-30 lead:0', 'p1 duty:u1:d3-7 2026-11-30 lead:0']),
        );
      }),
      { numRuns: 60 },
    );
  });
});
