import type { Inbound, Reply } from '../channel.ts';

type Answer = (inbound: Inbound, eventId: string) => Promise<Reply[]>;

const kept = 2000;

/**
 * Answers each message once: a second copy (double tap, “Gửi lại” after a lost connection) gets the first
 * one's answer, even while that is still being written. Only what failed is tried anew. One person's messages
 * are taken one after the other, in the order they came.
 */
export function answerOnce(answer: Answer): Answer {
  const answers = new Map<string, Promise<Reply[]>>();
  const last = new Map<string, Promise<unknown>>();

  return (inbound, eventId) => {
    const key = `${inbound.person} ${eventId}`;
    const known = answers.get(key);
    if (known) return known;

    const before = last.get(inbound.person) ?? Promise.resolve();
    const replies = before.then(() => answer(inbound, eventId));
    const settled = replies.catch(() => answers.delete(key));
    last.set(inbound.person, settled);
    settled.then(() => last.get(inbound.person) === settled && last.delete(inbound.person));

    answers.set(key, replies);
    if (answers.size > kept) answers.delete(answers.keys().next().value!);
    return replies;
  };
}
