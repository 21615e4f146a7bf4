import type { Answers, Evaluation } from '../../evaluators/index.ts';
import type { Reply } from '../channels/channel.ts';
import type { Change, Unit } from '../store/records.ts';
import type { ConversationState } from './state.ts';

/** What comes of one message: pure data, kept all together or not at all. */
export interface Turn {
  state: ConversationState;
  replies: Reply[];
  changes: Change[];
  /** A file to be made and handed over with the reply at `reply`. */
  wants: Wanted | null;
  /** What is kept as said, where the words themselves must not be: names of people, codes. Null: the words. */
  said: string | null;
}

/** A document that a dialogue asks for; making it is an effect and happens outside. */
export type Wanted = { reply: number } & (
  | {
      kind: 'self-review';
      unit: Unit;
      year: number;
      date: string;
      answers: Answers;
      notes: Record<string, string>;
      evaluation: Evaluation;
      previous: { year: number; evaluation: Evaluation } | null;
      status: 'draft' | 'submitted';
    }
  | { kind: 'build-plan'; unit: Unit; year: number; date: string }
  | {
      kind: 'results';
      unit: Unit;
      year: number;
      date: string;
      met: string[];
      unmet: { name: string; reason: string }[];
    }
);
