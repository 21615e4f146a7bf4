import { describe, expect, it } from 'vitest';
import { CD, knowledge, QB } from '../../testing/five-plans.ts';
import { claimSets, crossedSets, judged, PARTS, severalSets, spanOf, stands } from './testing/claim-sets.ts';
import { MUTATIONS } from './testing/mutations.ts';

const sets = PARTS.flatMap(part => claimSets(part).map(set => ({ part, ...set })));
const truths = sets.flatMap(set => set.truths.map(text => ({ set, text })));
const citedBy = ({ plan, span }: (typeof sets)[number]): string =>
  knowledge.plan(plan)!.text.slice(span.start, span.end);
const lies = sets.flatMap(set => set.lies.map(text => ({ set, text })));

describe('the gate on written claims', { timeout: 240_000 }, () => {
  it('[M30] lets none of the written lies through', () => {
    expect(lies.length).toBeGreaterThanOrEqual(8000);
    expect(lies.filter(({ set, text }) => stands(text, set)).map(({ text }) => text)).toEqual([]);
  });

  it('[M32] drops at most one true claim in ten', () => {
    const dropped = truths.filter(({ set, text }) => !stands(text, set));
    for (const part of PARTS) {
      const [all, lost] = [truths, dropped].map(list => list.filter(({ set }) => set.part === part).length);
      if (all === 0) continue;
      console.log(
        `true claims dropped, part ${part}: ${lost} of ${all} (${((100 * lost!) / all!).toFixed(1)} %)`,
      );
    }
    expect(truths.length).toBeGreaterThanOrEqual(5700);
    const share = (100 * dropped.length) / truths.length;
    console.log(`true claims dropped: ${dropped.length} of ${truths.length} (${share.toFixed(1)} %)`);
    expect(share).toBeLessThanOrEqual(10);
  });

  it('[M39] of lies made by crossing the words of one sentence, at most six in a hundred pass', () => {
    const crossed = crossedSets().flatMap(set => set.lies.map(text => ({ set, text })));
    const passed = crossed.filter(({ set, text }) => stands(text, set));
    const share = (100 * passed.length) / crossed.length;
    console.log(`crossed lies passed: ${passed.length} of ${crossed.length} (${share.toFixed(1)} %)`);
    expect(crossed.length).toBeGreaterThan(390);
    expect(share).toBeLessThanOrEqual(6);
  });

  it('[M44] of claims that cite several sentences no lie passes, and at most one true one in five is dropped', () => {
    const several = severalSets();
    const stood = (text: string, { spans }: (typeof several)[number]): boolean =>
      judged(text, spans).kept.length > 0;
    expect(several.filter(({ spans }) => spans.length > 1).length).toBeGreaterThan(200);
    expect(several.flatMap(set => set.lies.filter(lie => stood(lie, set)))).toEqual([]);
    const said = several.flatMap(set => set.truths.map(text => ({ set, text })));
    const dropped = said.filter(({ set, text }) => !stood(text, set));
    const share = (100 * dropped.length) / said.length;
    console.log(
      `true claims on several sentences dropped: ${dropped.length} of ${said.length} (${share.toFixed(1)} %)`,
    );
    expect(share).toBeLessThanOrEqual(20);
  });

  it('[M31] the gate lets none of the lies through that are made of true claims by one change', () => {
    // Every fourth change of each claim, turn about: all of them take three quarters of a minute.
    const made = truths.flatMap(({ set, text }, i) =>
      Object.entries(MUTATIONS).flatMap(([kind, mutate], k) => {
        const lie = (i + k) % 4 === 0 ? mutate(text, citedBy(set)) : null;
        return lie === null ? [] : [{ kind, lie, set }];
      }),
    );
    const kinds = new Set(made.map(({ kind }) => kind));
    expect([...Object.keys(MUTATIONS)].filter(kind => !kinds.has(kind))).toEqual([]);
    expect(made.length).toBeGreaterThan(17_000);
    const passed = made.filter(({ lie, set }) => stands(lie, set)).map(({ kind, lie }) => `${kind}: ${lie}`);
    expect(passed).toEqual([]);
  });

  it('[M37] no true claim stands on the wrong plan’s deadline', () => {
    const deadlines = [spanOf(CD, 'trước ngày 01/12 hàng năm'), spanOf(QB, 'trước ngày 20/12')];
    const wrong = truths.filter(({ set, text }) =>
      deadlines.some(span => span.plan !== set.plan && judged(text, [span]).kept.length > 0),
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
    expect(knowledge.plans).toHaveLength(5);
  });
});
