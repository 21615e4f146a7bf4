import type { Answers, Evaluation } from '../../evaluators/index.ts';
import type { AgendaItem } from '../reminders/agenda-item.ts';
import type { Change, Unit } from '../store/records.ts';
import type { Unread } from './assess/proposed-answer.ts';
import type { ConversationState } from './state.ts';
import type { AnsweringReply } from './step.ts';

/** What comes of one message: pure data, kept all together or not at all. */
export interface Turn {
  state: ConversationState;
  replies: AnsweringReply[];
  changes: Change[];
  /** A file to be made and handed over with the reply at `reply`. */
  wants: Wanted | null;
  /** What is kept as said, where the words themselves must not be: names of people, codes. Null: the words. */
  said: string | null;
  /** What was typed as an answer and could not be read; whoever can may read it, and the turn is taken again. */
  unread?: Unread;
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
  /** `now`: the instant, ISO in UTC. */
  | { kind: 'calendar'; items: AgendaItem[]; now: string }
);
