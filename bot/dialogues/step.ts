import type { Answer, Asker, ReadQuestion } from '../../knowledge/index.ts';
import type { Reply } from '../channels/channel.ts';
import type { ConversationState } from './state.ts';

/** A reply that answers a question about the plans: what was asked and found, so that a model may say it better. */
export interface AnsweringReply extends Reply {
  asked?: { question: ReadQuestion; asker: Asker; answer: Answer };
}

/** What comes of one message where nothing else is kept than the conversation itself. */
export interface Step {
  state: ConversationState;
  replies: AnsweringReply[];
}
