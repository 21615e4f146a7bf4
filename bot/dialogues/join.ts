import { createHash } from 'node:crypto';
import type { Choice } from '../channels/channel.ts';
import type { Invitation, Role, World } from '../store/records.ts';
import { joinWords as words } from '../words/join-words.ts';
import type { ConversationState } from './state.ts';
import type { Turn } from './turn.ts';

export interface JoinDeps {
  world: World;
  person: string;
  /** ISO instant. */
  now: string;
  /** Eight digits nobody can guess. */
  code: string;
}

const HOURS_VALID = 24;
const MOST_WRONG = 5;
const WRONG_WITHIN_MINUTES = 60;
const PREFIX = 'invite:';

/** “mời phó bí thư”, “mời thành viên”: the role to invite, null for anything else. */
export function invitesRole(text: string): Role | null {
  const said =
    /^(?:tôi |toi |em )?(?:muốn |muon )?(?:mời|moi) (?:thêm |them |một |mot |đồng chí |dong chi )*(phó bí thư|pho bi thu|thành viên|thanh vien|đảng viên|dang vien|chi ủy viên|chi uy vien)(?: (?:tham gia|cùng làm|cung lam|vào đơn vị|vao don vi|cùng|nhé|nhe|ạ|a|với|voi|vào|vao|của đơn vị|cua don vi))*$/iu.exec(
      text.trim(),
    )?.[1];
  if (said === undefined) return null;
  return /^ph/iu.test(said) ? 'deputy' : 'member';
}

/** The code that a text is, digits only; null when it is none. `plainDigits`: eight bare digits count as one. */
export function codeIn(text: string, plainDigits: boolean): string | null {
  const said = /^(tham ?gia|mã mời|ma moi|mã|ma)?\s*:?\s*(\d{4})[\s-]?(\d{4})$/iu.exec(text.trim());
  if (!said || (said[1] === undefined && !plainDigits)) return null;
  return said[2]! + said[3]!;
}

/** By this an invitation is found; the code itself is not kept. */
export function codeHash(code: string): string {
  return createHash('sha256').update(`tham-gia:${code}`, 'utf8').digest('hex');
}

/** Gives out a code for one of the person's units. */
export function invite(state: ConversationState, role: Role, deps: JoinDeps): Turn {
  const own = deps.world.memberships.filter(membership => membership.role === 'secretary');
  if (own.length === 0)
    return say(state, deps.world.memberships.length > 0 ? words.onlySecretary : words.noUnit);
  if (own.length === 1) return inviteTo(state, role, own[0]!.unit.id, deps);
  const current = deps.world.assessments.find(({ id }) => id === state.assess.current)?.unit;
  if (state.assess.asking && own.some(({ unit }) => unit.id === current))
    return inviteTo(state, role, current!, deps);
  const choices = own.map(({ unit }): Choice => ({ id: `${PREFIX}${role}:${unit.id}`, label: unit.name }));
  return {
    ...say({ ...state, offered: choices }, words.whichUnit(role)),
    replies: [{ text: words.whichUnit(role), choices, prompt: { kind: 'invite' } }],
  };
}

/** A chosen unit to invite to; null when the choice is another kind. */
export function invitedTo(state: ConversationState, choice: string, deps: JoinDeps): Turn | null {
  const found = /^invite:(deputy|member):(.+)$/.exec(choice);
  return found ? inviteTo({ ...state, offered: [] }, found[1] as Role, found[2]!, deps) : null;
}

function inviteTo(state: ConversationState, role: Role, unitId: string, deps: JoinDeps): Turn {
  const unit = deps.world.memberships.find(
    membership => membership.unit.id === unitId && membership.role === 'secretary',
  )?.unit;
  if (!unit) return say(state, words.onlySecretary);
  const expires = Temporal.Instant.from(deps.now).add({ hours: HOURS_VALID });
  const invitation: Invitation = {
    codeHash: codeHash(deps.code),
    unit: unit.id,
    role,
    by: deps.person,
    expiresAt: expires.toString(),
    usedBy: null,
  };
  const code = `${deps.code.slice(0, 4)}-${deps.code.slice(4)}`;
  const until = expires.toZonedDateTimeISO('Asia/Ho_Chi_Minh');
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(until.hour)}:${two(until.minute)}, ${two(until.day)}/${two(until.month)}/${until.year}`;
  return {
    ...say(state, words.invited(role, unit.name, code, time)),
    changes: [{ type: 'invited', invitation }],
  };
}

/** Somebody typed a code. Wrong, used and run out are answered alike. */
export function join(state: ConversationState, invitation: Invitation | null, deps: JoinDeps): Turn {
  const since = Temporal.Instant.from(deps.now).subtract({ minutes: WRONG_WITHIN_MINUTES });
  const wrong = state.wrongCodes.filter(at => Temporal.Instant.compare(Temporal.Instant.from(at), since) > 0);
  if (wrong.length >= MOST_WRONG) return say({ ...state, wrongCodes: wrong }, words.tooMany);
  const now = Temporal.Instant.from(deps.now);
  const valid =
    invitation !== null &&
    invitation.usedBy === null &&
    Temporal.Instant.compare(Temporal.Instant.from(invitation.expiresAt), now) > 0;
  if (!valid) return say({ ...state, wrongCodes: [...wrong, deps.now] }, words.refused);
  if (invitation.by === deps.person) return say(state, words.ownCode);
  const joined = say({ ...state, wrongCodes: [] }, words.joined(invitation.role));
  return { ...joined, changes: [{ type: 'joined', codeHash: invitation.codeHash }] };
}

function say(state: ConversationState, text: string): Turn {
  return { state, replies: [{ text }], changes: [], wants: null, said: null };
}
