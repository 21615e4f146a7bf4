import type { Answer } from '../answer/answer.ts';
import type { Asker } from '../answer/answer-question.ts';
import type { ReadQuestion } from '../answer/read-question.ts';

/** The endpoint that the operator named; it speaks OpenAI's protocol. */
export interface ModelSettings {
  chatModel: string | null;
  embeddingModel: string | null;
  /** Null: OpenAI's own address. */
  baseUrl: string | null;
  /** Never to be printed. */
  apiKey: string | null;
  /** How structured output is asked for; local servers differ. */
  output: 'jsonSchema' | 'functionCalling' | 'jsonMode';
}

/** What a call to the endpoint came to. Nothing here holds anybody's words. */
export type Called<T> =
  | { ok: true; value: T }
  | { ok: false; why: 'unreachable' | 'slow' | 'refused' | 'busy' | 'nonsense' | 'budget' | 'cancelled' };

/** One call's use, as far as the endpoint says. */
export interface Usage {
  tokensIn: number;
  tokensOut: number;
}

/**
 * Makes every call to the endpoint: masks what must not leave, keeps to the budget, the time limit and the retries,
 * writes the audit line. An endpoint that has just failed to answer is left alone for a while.
 */
export interface ModelCalls {
  /**
   * `run` is given the masked texts in the order of `texts`, and `unmask`, which puts what was masked back into a
   * text. `person` null: no person's budget (plans that are indexed).
   */
  call<T>(
    what: {
      kind: 'embed' | 'write' | 'read';
      person: string | null;
      texts: readonly string[];
      signal?: AbortSignal;
    },
    run: (
      masked: readonly string[],
      tools: { signal: AbortSignal; unmask(text: string): string; mask(text: string): string },
    ) => Promise<{ value: T; usage: Usage }>,
  ): Promise<Called<T>>;
}

/** How near passages of plans are to a question in meaning. */
export interface Nearness {
  /** Similarity, −1 … 1, of a passage; null: it has no vector. `passage` is its place in the plan's index. */
  of(plan: string, passage: number): number | null;
  /** Measured weight of it beside the lexical score, 0 … 1. */
  weight: number;
  /** The same in answers from plans of which it is said how people ask for them; left out: `weight`. */
  amongTopics?: number;
}

export interface Vectors {
  /** Null at once when the endpoint cannot be asked: lexical search alone. */
  near(question: ReadQuestion, asker: Asker, person: string): Promise<Nearness | null>;
}

export interface Writer {
  /**
   * A connected answer whose every claim has passed the gate; `answer` itself when nothing better can be said. Never
   * throws.
   */
  improve(asked: {
    question: ReadQuestion;
    asker: Asker;
    answer: Answer;
    person: string;
    /** ISO date. */
    today: string;
    signal?: AbortSignal;
  }): Promise<Answer>;
}
