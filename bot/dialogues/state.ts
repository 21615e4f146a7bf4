import type { Choice } from '../channels/channel.ts';

/** What is remembered of one person's conversation; plain data, kept as JSON. */
export interface ConversationState {
  /** The person's own plan, null while unknown. */
  plan: string | null;
  /** Their kind of unit, null while unknown. */
  subject: string | null;
  /** The last question in full, so that “còn đảng bộ thì sao?” can go on from it. */
  lastQuestion: string | null;
  /** A question that waits for the plan to be chosen. */
  waiting: string | null;
  /** The choices last offered. */
  offered: Choice[];
}

export const NEW_CONVERSATION: ConversationState = {
  plan: null,
  subject: null,
  lastQuestion: null,
  waiting: null,
  offered: [],
};
