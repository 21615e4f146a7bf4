import type { Usage } from './ports.ts';

/** What may be used of models, and what it costs; set by the operator. */
export interface BudgetSettings {
  /** Tokens that one person may use a day, sent and received. */
  dailyTokens: number;
  /** Money that all may use a day, in the currency of the prices; null: no limit. */
  dailyCost: number | null;
  /** Money a million tokens: sent to and received from the chat model, sent to the embedding model. */
  priceIn: number;
  priceOut: number;
  priceEmbedding: number;
}

/** One call's part of the budget, held until it is known what it used. */
export interface Hold {
  /** What it used in the end. */
  settle(used: Usage): void;
}

export interface Budget {
  /**
   * Holds what a call is expected to use; null: the budget of the day does not allow it. `person` null: nobody's own
   * tokens are counted, only money.
   */
  hold(person: string | null, kind: 'embed' | 'write' | 'read', expected: Usage): Hold | null;
}

const MILLION = 1_000_000;

/**
 * A budget by days in Viet Nam. It is counted in this process's memory: several processes have one each, and a
 * restart begins anew. `today`: ISO date in Viet Nam.
 */
export function openBudget(settings: BudgetSettings, today: () => string): Budget {
  let day = today();
  let money = 0;
  let tokens = new Map<string, number>();
  const priceOf = (kind: 'embed' | 'write' | 'read', { tokensIn, tokensOut }: Usage): number =>
    kind === 'embed'
      ? (settings.priceEmbedding * tokensIn) / MILLION
      : (settings.priceIn * tokensIn + settings.priceOut * tokensOut) / MILLION;
  return {
    hold(person, kind, expected) {
      const now = today();
      if (now !== day) {
        day = now;
        money = 0;
        tokens = new Map();
      }
      const held = expected.tokensIn + expected.tokensOut;
      const cost = priceOf(kind, expected);
      const own = person === null ? 0 : (tokens.get(person) ?? 0);
      if (person !== null && own + held > settings.dailyTokens) return null;
      if (settings.dailyCost !== null && money + cost > settings.dailyCost) return null;
      const counted = tokens;
      const add = (count: number, spent: number): void => {
        // What began yesterday is yesterday's.
        if (counted !== tokens) return;
        money += spent;
        if (person !== null) tokens.set(person, (tokens.get(person) ?? 0) + count);
      };
      add(held, cost);
      let open = true;
      return {
        settle(used) {
          if (!open) return;
          open = false;
          add(used.tokensIn + used.tokensOut - held, priceOf(kind, used) - cost);
        },
      };
    },
  };
}

/** About what a text comes to in tokens: rather more than less for Vietnamese. */
export function estimatedTokens(characters: number): number {
  return Math.ceil(characters / 2);
}

/** What an endpoint says was used, where it can be true; else the estimate. */
export function believable(said: Usage, estimated: Usage): Usage {
  const count = (value: number, otherwise: number): number =>
    Number.isSafeInteger(value) && value > 0 && value <= 100 * (otherwise + 1000) ? value : otherwise;
  return {
    tokensIn: count(said.tokensIn, estimated.tokensIn),
    tokensOut: count(said.tokensOut, estimated.tokensOut),
  };
}
