import { assist } from '../../../assistant.ts';
import type { Reply } from '../../../channels/channel.ts';
import type { AssessmentRecord, Change, Membership, Role, World } from '../../../store/records.ts';
import type { Reminders, SentReminder, UnitReminders } from '../../../store/reminder-records.ts';
import { NO_REMINDERS } from '../../../store/reminder-records.ts';
import { foresee } from '../../assess/foresee.ts';
import { knowledge, rulebooks, shelfOf } from '../../assess/testing/talk.ts';
import type { ConversationState } from '../../state.ts';
import { NEW_CONVERSATION } from '../../state.ts';
import type { Turn } from '../../turn.ts';

const FOR_OFFICERS = new Set<Change['type']>(['duty-done', 'duty-dated', 'duty-paused', 'leads-set']);

/** Several people, their reminders and one memory: what the store does, without a database. */
export class RemindTalk {
  now = '2026-11-21T01:00:00Z';
  channels: string[] = ['telegram'];
  shelf = shelfOf(rulebooks);
  readonly states = new Map<string, ConversationState>();
  members: (Membership & { person: string })[] = [];
  assessments: AssessmentRecord[] = [];
  units: readonly UnitReminders[] = [];
  readonly people = new Map<string, Reminders>();
  last: Turn | null = null;
  /** All that was changed, in order. */
  readonly changes: Change[] = [];
  private made = 0;

  world(person: string): World {
    const own = this.members.filter(member => member.person === person);
    const ids = new Set(own.map(({ unit }) => unit.id));
    return {
      memberships: own.map(({ unit, role, since }) => ({ unit, role, since })),
      assessments: this.assessments.filter(({ unit }) => ids.has(unit)),
      reminders: {
        ...(this.people.get(person) ?? NO_REMINDERS),
        channels: this.channels,
        units: this.units.filter(({ unit }) => ids.has(unit)),
      },
    };
  }

  /** One message; a string is typed, an object chosen. */
  say(said: string | { choice: string; prompt?: string }, person = 'an'): Reply[] {
    const inbound = typeof said === 'string' ? { person, text: said } : { person, ...said };
    this.made += 1;
    const id = (letter: string): string =>
      `${letter}0000000-0000-4000-8000-${String(this.made).padStart(12, '0')}`;
    const turn = assist(this.states.get(person) ?? NEW_CONVERSATION, inbound, {
      knowledge,
      shelf: this.shelf,
      world: this.world(person),
      today: Temporal.Instant.from(this.now).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString(),
      now: this.now,
      fresh: { ids: [id('a'), id('b')], code: String(10_000_000 + this.made) },
      feed: {
        token: `token-of-${String(this.made).padStart(22, '0')}`,
        addressOf: token => `https://tro-ly.example/lich/${token}.ics`,
      },
      invitation: null,
    });
    // State is kept as JSON, and so it has to survive it.
    const kept = JSON.parse(JSON.stringify(turn.state)) as ConversationState;
    this.states.set(person, kept);
    for (const change of turn.changes) this.keep(JSON.parse(JSON.stringify(change)) as Change, person);
    this.last = turn;
    return turn.replies;
  }

  /** Several lines, the replies to the last. */
  lines(...said: (string | { choice: string })[]): Reply[] {
    let replies: Reply[] = [];
    for (const line of said) replies = this.say(line);
    return replies;
  }

  /** What one person's reminders are. */
  reminders(person = 'an'): Reminders {
    return this.world(person).reminders;
  }

  /** Somebody joins the unit that was opened first. */
  join(person: string, role: Role): void {
    const { unit } = this.members[0]!;
    const already = this.members.some(member => member.person === person && member.unit.id === unit.id);
    if (!already) this.members.push({ unit, role, since: this.now, person });
  }

  /** A message that reminds of these goes out now. */
  remind(items: readonly { key: string; due: string }[], person = 'an'): void {
    const sent = items.map(
      ({ key, due }): SentReminder => ({ item: key, due, moment: 'lead:0', at: this.now }),
    );
    const before = this.people.get(person) ?? NO_REMINDERS;
    this.people.set(person, { ...before, sent: [...before.sent, ...sent] });
  }

  private keep(change: Change, person: string): void {
    const role =
      'unit' in change && typeof change.unit === 'string' ? this.roleOf(change.unit, person) : null;
    if (FOR_OFFICERS.has(change.type) && role !== 'secretary' && role !== 'deputy')
      throw new Error(`${change.type} by ${role}`);
    if (change.type === 'plan-confirmed' && role !== 'secretary') throw new Error(`confirmed by ${role}`);
    this.changes.push(change);
    const before = this.world(person);
    const after = foresee(before, change, person, this.now);
    const known = new Set(before.memberships.map(({ unit }) => unit.id));
    for (const membership of after.memberships)
      if (!known.has(membership.unit.id)) this.members.push({ ...membership, person });
    const others = this.assessments.filter(({ unit }) => !known.has(unit));
    this.assessments = [...others, ...after.assessments];
    const settled = new Set(after.reminders.units.map(({ unit }) => unit));
    this.units = [...this.units.filter(({ unit }) => !settled.has(unit)), ...after.reminders.units];
    this.people.set(person, { ...after.reminders, units: [] });
  }

  private roleOf(unit: string, person: string): Role | null {
    return this.members.find(member => member.unit.id === unit && member.person === person)?.role ?? null;
  }
}

/** A talk in which a unit was opened by /nhacviec and its list is shown. */
export function remindTalk(
  plan = 'quang-binh-69-kh-duk',
  subject = 'dang-bo-co-so',
  now?: string,
): RemindTalk {
  const talk = new RemindTalk();
  talk.now = now ?? talk.now;
  talk.lines('/nhacviec', { choice: plan }, { choice: subject });
  return talk;
}

/** The same, and its plan is confirmed to be in force. */
export function confirmedTalk(plan?: string, subject?: string, now?: string): RemindTalk {
  const talk = remindTalk(plan, subject, now);
  const unit = talk.members[0]!.unit.id;
  talk.lines({ choice: `r:confirm:${unit}` }, 'Công văn số 12-CV/ĐU ngày 05/01/2026', { choice: 'yes' });
  return talk;
}
