import { createHash } from 'node:crypto';
import type { Inbound, Reply } from '../channels/channel.ts';
import { plain } from '../choose.ts';
import type { Conversation } from '../converse.ts';
import type { ConversationState } from '../dialogues/state.ts';
import { NEW_CONVERSATION } from '../dialogues/state.ts';
import type { DeliveryStore, SaidBeside } from '../store/delivery/delivery-store.ts';
import { ChangeFault } from '../store/store-fault.ts';
import { linkWords } from '../words/delivery-words.ts';
import type { EventsInHand } from './in-hand.ts';
import type { Rate } from './rate-limit.ts';
import { openRateLimit } from './rate-limit.ts';

const VALID_MS = 10 * 60 * 1000;
/** Five wrong codes an hour; one comes back every twelve minutes. */
const WRONG_CODES: Rate = { perSecond: 1 / 720, burst: 5 };
/** Tries at a code that is not out already. */
const MOST_DRAWS = 5;

export interface LinkingDeps {
  delivery: DeliveryStore;
  events: EventsInHand;
  now(): number;
  /** Six digits nobody can guess. */
  code(): string;
}

export interface Linking {
  /** A conversation in which a person can take and type link codes, and is one person wherever they write. */
  over(conversation: Conversation): Conversation;
  /** Who stands behind a person's name: the one it was linked to, or itself. */
  current(person: string): string;
  /** Uses a code at the door of the page, for whoever `name` stands for; null: it is not good. */
  enter(code: string): Promise<string | null>;
}

/** One person who writes on several channels is made one person by a one-time code. */
export function openLinking({ delivery, events, now, code }: LinkingDeps): Linking {
  const wrong = openRateLimit(WRONG_CODES, now);
  /** Linked since this process began: a message may still be on its way under the old name. */
  const linkedTo = new Map<string, string>();
  const current = (person: string): string => {
    const other = linkedTo.get(person);
    return other === undefined ? person : current(other);
  };
  const beside = (key: string | null, said: string, replies: Reply[]): SaidBeside => {
    const event = key === null ? undefined : events.get(key);
    if (!event) return { key, said, replies, beside: null };
    event.kept = event.outbound(replies);
    return { key, said, replies, beside: { inbox: event.inbox, outbound: event.kept } };
  };

  const give = async (person: string, key: string | null, text: string): Promise<Reply[]> => {
    for (let draws = 1; ; draws += 1) {
      const digits = code();
      const replies = [{ text: linkWords.given(digits) }];
      // What is kept of the conversation does not hold the code: it opens the person's door.
      const said = { ...beside(key, text, replies), replies: [{ text: linkWords.given('……') }] };
      try {
        await delivery.giveCode({ hash: linkHash(digits), person, expiresAt: now() + VALID_MS }, said);
        return replies;
      } catch (error) {
        const event = key === null ? undefined : events.get(key);
        if (event) event.kept = null;
        if (!(error instanceof ChangeFault) || draws >= MOST_DRAWS) throw error;
      }
    }
  };

  const take = async (person: string, digits: string, key: string | null): Promise<Reply[]> => {
    let replies: Reply[] = [];
    const tooMany = wrong(`person ${person}`) !== 'yes';
    const given = { hash: tooMany ? '' : linkHash(digits), typedBy: person, mergeStates };
    const result = await delivery.link(given, linked => {
      replies = [{ text: tooMany ? linkWords.tooMany : linkWords[linked] }];
      return beside(key, 'LIENKET …', replies);
    });
    if (result.linked === 'linked') linkedTo.set(person, result.person);
    return replies;
  };

  return {
    current,
    over: conversation => ({
      async say(inbound, key) {
        const person = current(inbound.person);
        const text = inbound.text ?? '';
        if (text.length < 60) {
          const digits = linkCodeIn(text);
          if (digits !== null) return take(person, digits, key);
          if (wantsLink(text)) return give(person, key, text);
        }
        return conversation.say({ ...inbound, person } satisfies Inbound, key);
      },
      ownPlan: person => conversation.ownPlan(current(person)),
      due: person => conversation.due(current(person)),
    }),
    async enter(digits) {
      return delivery.useCode(linkHash(digits));
    },
  };
}

/** “/lienket”, “liên kết”: the wish for a code. */
export function wantsLink(text: string): boolean {
  return /^(?:\/lienket|(?:toi muon |xin |lay )?(?:ma )?lien ket(?: (?:kenh|tai khoan|zalo|telegram|trang web|web))*)$/.test(
    plain(text),
  );
}

/** The six digits of “LIENKET 482913”, null for anything else. */
export function linkCodeIn(text: string): string | null {
  const said = /^(?:\/?lien ?ket)\s*(\d{3})[\s-]?(\d{3})$/.exec(plain(text));
  return said ? said[1]! + said[2]! : null;
}

/** By this a code is found; the code itself is not kept. */
export function linkHash(code: string): string {
  return createHash('sha256').update(`lien-ket:${code}`, 'utf8').digest('hex');
}

/** What the giver of the code remembers goes on; what they do not know comes from the other. */
export function mergeStates(kept: unknown, gone: unknown): unknown {
  const one = { ...NEW_CONVERSATION, ...(kept as Partial<ConversationState> | null) };
  const other = { ...NEW_CONVERSATION, ...(gone as Partial<ConversationState> | null) };
  const going = one.assess.current === null && one.assess.asking === null && one.assess.draft === null;
  const from = going ? other : one;
  return {
    ...other,
    ...one,
    plan: one.plan ?? other.plan,
    subject: one.plan === null ? other.subject : one.subject,
    lastQuestion: one.lastQuestion ?? other.lastQuestion,
    assess: { ...from.assess, places: { ...other.assess.places, ...one.assess.places } },
    // What was being asked about reminders named records of the one or the other; it is asked anew.
    remind: { ...NEW_CONVERSATION.remind, count: Math.max(one.remind.count, other.remind.count) },
    // Choices offered belong to what is being asked.
    offered: from.remind.asking === null ? from.offered : [],
    waiting: from.waiting,
  };
}
