import type { Reply } from '../channels/channel.ts';
import type { ConversationState } from './state.ts';

/** What comes of one message where nothing else is kept than the conversation itself. */
export interface Step {
  state: ConversationState;
  replies: Reply[];
}
