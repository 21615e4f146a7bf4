import type { Choice } from '../channels/channel.ts';
import type { AssessState } from './assess/assess-state.ts';
import { NEW_ASSESS } from './assess/assess-state.ts';
import type { RemindState } from './remind/remind-state.ts';
import { NEW_REMIND } from './remind/remind-state.ts';

/** What is remembered of one person's conversation; plain data, kept as JSON. */
export interface ConversationState {
  /** The person's own plan, null while unknown. */
  plan: string | null;
  /** Their kind of unit, null while unknown. */
  subject: string | null;
  /** The last question in full, so that “còn đảng bộ thì sao?” can go on from it. */
  lastQuestion: string | null;
  /** A question, or a command, that waits for the plan to be chosen. */
  waiting: string | null;
  /** The choices last offered. */
  offered: Choice[];
  /** Self-assessments. */
  assess: AssessState;
  /** Reminders. */
  remind: RemindState;
  /** Instants of the codes that were typed and led nowhere. */
  wrongCodes: string[];
}

export const NEW_CONVERSATION: ConversationState = {
  plan: null,
  subject: null,
  lastQuestion: null,
  waiting: null,
  offered: [],
  assess: NEW_ASSESS,
  remind: NEW_REMIND,
  wrongCodes: [],
};
