import type {
  Knowledge,
  Nearness,
  ReadQuestion,
  SentenceReader,
  Vectors,
  Writer,
} from '../knowledge/index.ts';
import type { AnsweringReply } from './dialogues/step.ts';
import type { Turn } from './dialogues/turn.ts';
import { answerWords } from './words/answer-words.ts';

/** The models that the operator has named; any may be missing. */
export interface AnswerModels {
  vectors: Vectors | null;
  writer: Writer | null;
  /** Reads answers of a self-assessment that the dialogue cannot. */
  reader: SentenceReader | null;
}

export type NearnessOf = (question: ReadQuestion) => Nearness | null;

/**
 * What a turn answers, searched by meaning too and said as one connected text where that passes the gate. `retake`
 * takes the message again with what is near; a turn that answers no question is given back as it is.
 */
export async function answerWithModels(
  turn: Turn,
  retake: (nearness: NearnessOf) => Turn,
  {
    models,
    knowledge,
    person,
    today,
  }: { models: AnswerModels; knowledge: Knowledge; person: string; today: string },
): Promise<Turn> {
  const near = await nearnessOf(turn.replies, models.vectors, person);
  const found = near ? retake(near) : turn;
  if (!models.writer) return found;
  const replies = await Promise.all(
    found.replies.map(async (reply): Promise<AnsweringReply> => {
      const { asked } = reply;
      if (!asked) return reply;
      const answer = await models.writer!.improve({ ...asked, person, today });
      if (answer === asked.answer) return reply;
      const { text, blocks } = answerWords(answer, id => knowledge.plan(id)!, today);
      return { ...reply, text, blocks };
    }),
  );
  return { ...found, replies };
}

async function nearnessOf(
  replies: readonly AnsweringReply[],
  vectors: Vectors | null,
  person: string,
): Promise<NearnessOf | null> {
  const asked = replies.flatMap(reply => reply.asked ?? []);
  if (!vectors || asked.length === 0) return null;
  const near = new Map<string, Nearness>();
  for (const { question, asker } of asked) {
    const found = await vectors.near(question, asker, person);
    if (found) near.set(question.typed, found);
  }
  return near.size === 0 ? null : question => near.get(question.typed) ?? null;
}
