import { join as joinPath } from 'node:path';
import type { Rulebook } from '../../../../evaluators/index.ts';
import { loadRulebooks } from '../../../../evaluators/index.ts';
import { loadPlans, openKnowledge } from '../../../../knowledge/index.ts';
import { assist, codeTyped } from '../../../assistant.ts';
import type { Reply } from '../../../channels/channel.ts';
import type { AssessmentRecord, Change, Invitation, Membership, World } from '../../../store/records.ts';
import { NO_REMINDERS } from '../../../store/reminder-records.ts';
import { codeHash } from '../../join.ts';
import type { ConversationState } from '../../state.ts';
import { NEW_CONVERSATION } from '../../state.ts';
import type { Turn } from '../../turn.ts';
import { foresee } from '../foresee.ts';
import type { RulebookShelf } from '../rulebook-shelf.ts';

const ROOT = joinPath(import.meta.dirname, '../../../..');
export const knowledge = openKnowledge(loadPlans(joinPath(ROOT, 'knowledge', 'plans'), null).plans);
export const rulebooks = loadRulebooks().rulebooks;

/** A shelf of these rulebooks; `old` are earlier editions. */
export function shelfOf(
  present: ReadonlyMap<string, Rulebook>,
  old: readonly Rulebook[] = [],
): RulebookShelf {
  const all = [...present.values(), ...old];
  return {
    of: plan => present.get(plan) ?? null,
    edition: (plan, hash) => all.find(rulebook => rulebook.id === plan && rulebook.hash === hash) ?? null,
    plans: () => [...present.keys()],
  };
}

/** Several people and one memory: what the store does, without a database. */
export class Talk {
  now = '2026-11-21T01:00:00Z';
  shelf = shelfOf(rulebooks);
  readonly states = new Map<string, ConversationState>();
  members: (Membership & { person: string })[] = [];
  assessments: AssessmentRecord[] = [];
  invitations: Invitation[] = [];
  /** What would stand in the log of exchanges. */
  readonly log: string[] = [];
  last: Turn | null = null;
  private made = 0;

  world(person: string): World {
    const memberships = this.members
      .filter(member => member.person === person)
      .map(({ unit, role, since }) => ({ unit, role, since }));
    const own = new Set(memberships.map(({ unit }) => unit.id));
    return {
      memberships,
      assessments: this.assessments.filter(({ unit }) => own.has(unit)),
      reminders: NO_REMINDERS,
    };
  }

  /** One message; a string is typed, an object chosen. */
  say(said: string | { choice: string; prompt?: string }, person = 'an'): Reply[] {
    const inbound = typeof said === 'string' ? { person, text: said } : { person, ...said };
    const state = this.states.get(person) ?? NEW_CONVERSATION;
    const code = codeTyped(state, inbound);
    this.made += 1;
    const turn = assist(state, inbound, {
      knowledge,
      shelf: this.shelf,
      world: this.world(person),
      today: this.now.slice(0, 10),
      now: this.now,
      fresh: { ids: [`u${this.made}`, `a${this.made}`], code: String(10_000_000 + this.made) },
      invitation:
        this.invitations.find(({ codeHash: hash }) => code !== null && hash === codeHash(code)) ?? null,
    });
    // State is kept as JSON, and so it has to survive it.
    this.states.set(person, JSON.parse(JSON.stringify(turn.state)) as ConversationState);
    for (const change of turn.changes) this.keep(change, person);
    this.log.push(turn.said ?? (typeof said === 'string' ? said : said.choice));
    this.last = turn;
    // What was asked is for models; it is not said.
    return turn.replies.map(({ asked: _, ...reply }) => reply);
  }

  /** Several lines, the replies to the last. */
  lines(...said: (string | { choice: string })[]): Reply[] {
    let replies: Reply[] = [];
    for (const line of said) replies = this.say(line);
    return replies;
  }

  private keep(change: Change, person: string): void {
    if (change.type === 'invited') this.invitations.push(change.invitation);
    else if (change.type === 'joined') {
      const invitation = this.invitations.find(({ codeHash: hash }) => hash === change.codeHash)!;
      invitation.usedBy = person;
      const { unit } = this.members.find(member => member.unit.id === invitation.unit)!;
      this.members.push({ unit, role: invitation.role, since: this.now, person });
    } else {
      const everything = {
        memberships: this.members,
        assessments: this.assessments,
        reminders: NO_REMINDERS,
      };
      const after = foresee(everything, change, person, this.now);
      this.assessments = after.assessments;
      this.members = after.memberships.map(member => ({ person, ...member }));
    }
  }
}

/** Everything said in replies, as one text. */
export function textOf(replies: readonly Reply[]): string {
  return replies.map(({ text }) => text).join('\n\n');
}

/** The prompt that the replies end with: `requirement:cb-1.1.1`. */
export function promptOf(replies: readonly Reply[]): string | null {
  const prompt = replies.findLast(reply => reply.prompt)?.prompt;
  return prompt ? [prompt.kind, prompt.id].filter(Boolean).join(':') : null;
}

/** A talk in which a self-assessment has just been opened. */
export function openTalk(plan = 'tkv-1288-kh-du', subject = 'chi-bo-truc-thuoc', year = 2024): Talk {
  const talk = new Talk();
  talk.lines('/danhgia', { choice: plan }, { choice: subject }, 'Chi bộ Phân xưởng 1', String(year));
  return talk;
}
