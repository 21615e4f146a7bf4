import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { believable, openBudget } from './budget.ts';

const settings = { dailyTokens: 1000, dailyCost: 1, priceIn: 100, priceOut: 200, priceEmbedding: 10 };

describe('the budget of a day', () => {
  it('[M62] a person who has used up their tokens is told no, others are not', () => {
    const budget = openBudget({ ...settings, dailyCost: null }, () => '2026-11-21');
    budget.hold('an', 'write', { tokensIn: 500, tokensOut: 100 })!.settle({ tokensIn: 800, tokensOut: 150 });
    expect(budget.hold('an', 'write', { tokensIn: 51, tokensOut: 0 })).toBeNull();
    expect(budget.hold('an', 'write', { tokensIn: 50, tokensOut: 0 })).not.toBeNull();
    expect(budget.hold('binh', 'write', { tokensIn: 900, tokensOut: 0 })).not.toBeNull();
  });

  it('[M62] what is on its way counts, so that many at once do not get past it', () => {
    const budget = openBudget({ ...settings, dailyCost: null }, () => '2026-11-21');
    const holds = Array.from({ length: 10 }, () =>
      budget.hold('an', 'read', { tokensIn: 300, tokensOut: 0 }),
    );
    expect(holds.filter(hold => hold !== null)).toHaveLength(3);
  });

  it('[M62] money is counted for all together, by the price of what is used', () => {
    const budget = openBudget(settings, () => '2026-11-21');
    // 4,000 sent at 100 and 2,500 received at 200 a million: 0.9.
    budget.hold('an', 'write', { tokensIn: 0, tokensOut: 0 })!.settle({ tokensIn: 4000, tokensOut: 2500 });
    expect(budget.hold('binh', 'write', { tokensIn: 900, tokensOut: 100 })).toBeNull();
    expect(budget.hold('binh', 'write', { tokensIn: 900, tokensOut: 0 })).not.toBeNull();
    expect(budget.hold(null, 'embed', { tokensIn: 2000, tokensOut: 0 })).toBeNull();
  });

  it('[M62] another day in Viet Nam begins anew, and what began the day before is not counted into it', () => {
    let today = '2026-11-21';
    const budget = openBudget(settings, () => today);
    const late = budget.hold('an', 'write', { tokensIn: 1000, tokensOut: 0 })!;
    expect(budget.hold('an', 'write', { tokensIn: 1, tokensOut: 0 })).toBeNull();
    today = '2026-11-22';
    const fresh = budget.hold('an', 'write', { tokensIn: 900, tokensOut: 0 });
    late.settle({ tokensIn: 1000, tokensOut: 500 });
    expect(fresh).not.toBeNull();
    expect(budget.hold('an', 'write', { tokensIn: 100, tokensOut: 0 })).not.toBeNull();
  });

  it('[M62] nobody ever gets past the limit by more than one call’s own error', () => {
    const call = fc.record({ expected: fc.nat(400), used: fc.nat(400) });
    fc.assert(
      fc.property(fc.array(call, { maxLength: 40 }), calls => {
        const budget = openBudget({ ...settings, dailyCost: null }, () => '2026-11-21');
        let used = 0;
        for (const one of calls) {
          const hold = budget.hold('an', 'write', { tokensIn: one.expected, tokensOut: 0 });
          expect(hold !== null).toBe(used + one.expected <= 1000);
          if (hold) used += one.used;
          hold?.settle({ tokensIn: one.used, tokensOut: 0 });
        }
      }),
    );
  });

  it('[M62] a use that cannot be true is replaced by the estimate', () => {
    const estimated = { tokensIn: 10, tokensOut: 5 };
    for (const odd of [0, -1, Number.NaN, 1.5, Number.POSITIVE_INFINITY, 1e15, undefined as never])
      expect(believable({ tokensIn: odd, tokensOut: odd }, estimated)).toEqual(estimated);
    expect(believable({ tokensIn: 12, tokensOut: 7 }, estimated)).toEqual({ tokensIn: 12, tokensOut: 7 });
  });
});
