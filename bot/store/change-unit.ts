import type { ChangeContext } from './change-context.ts';
import { requireRole } from './change-context.ts';
import { Moved } from './moved.ts';
import type { Change, Invitation, Role, Unit } from './records.ts';
import { ChangeFault } from './store-fault.ts';
import { storedText } from './stored-text.ts';

/** From the least to the most; a code never takes a role away. */
const RANKS: readonly Role[] = ['member', 'deputy', 'secretary'];

/** Opens a unit; who opens it is its secretary. */
export async function openUnit(context: ChangeContext, unit: Unit): Promise<void> {
  const { queries, at } = context;
  const added = await queries
    .insertInto('units')
    .values({
      id: unit.id,
      name: storedText(unit.name),
      plan: unit.plan,
      subject: unit.subject,
      superior: storedText(unit.superior),
      place: storedText(unit.place),
      opened_at: at,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) throw new ChangeFault('a unit of this id is already there');
  await addMember(context, unit.id, 'secretary');
}

/** The secretary changes how the unit is named in documents. */
export async function describeUnit(
  context: ChangeContext,
  { unit, name, superior, place }: Extract<Change, { type: 'unit-described' }>,
): Promise<void> {
  await requireRole(context, unit, ['secretary']);
  const described = {
    ...(name === undefined ? {} : { name: storedText(name) }),
    ...(superior === undefined ? {} : { superior: storedText(superior) }),
    ...(place === undefined ? {} : { place: storedText(place) }),
  };
  if (Object.keys(described).length === 0) return;
  await context.queries.updateTable('units').set(described).where('id', '=', unit).execute();
}

/** The secretary gives out a code. */
export async function invite(context: ChangeContext, invitation: Invitation): Promise<void> {
  await requireRole(context, invitation.unit, ['secretary']);
  if (invitation.by !== context.person) throw new ChangeFault('an invitation is given by whoever invites');
  const added = await context.queries
    .insertInto('invitations')
    .values({
      code_hash: invitation.codeHash,
      unit: invitation.unit,
      role: invitation.role,
      by: context.person,
      expires_at: invitation.expiresAt,
      used_by: null,
      used_at: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) throw new ChangeFault('this code has been given out before');
}

/** Somebody uses a code: once, before it runs out. */
export async function join(context: ChangeContext, codeHash: string): Promise<void> {
  const { queries, person, at } = context;
  const invitation = await queries
    .selectFrom('invitations')
    .select(['unit', 'role', 'used_by', 'expires_at'])
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  if (!invitation) throw new ChangeFault('there is no such invitation');
  const { unit, role, used_by, expires_at } = invitation;
  // Between the dialogue's look and this one somebody may have used it, or its time have come.
  const late = Temporal.Instant.compare(Temporal.Instant.from(expires_at), Temporal.Instant.from(at)) <= 0;
  if (used_by !== null || late) throw new Moved();
  await queries
    .updateTable('invitations')
    .set({ used_by: person, used_at: at })
    .where('code_hash', '=', codeHash)
    .execute();
  await addMember(context, unit, role);
}

async function addMember(
  { queries, person, at, touched, woken }: ChangeContext,
  unit: string,
  role: Role,
): Promise<void> {
  const own = await queries
    .selectFrom('memberships')
    .select(['unit', 'role'])
    .where('person', '=', person)
    .execute();
  const before = own.find(membership => membership.unit === unit);
  touched.add(unit);
  woken.persons.add(person);
  if (!before) {
    const position = own.length + 1;
    await queries.insertInto('memberships').values({ unit, person, role, position, joined_at: at }).execute();
  } else if (RANKS.indexOf(role) > RANKS.indexOf(before.role)) {
    await queries
      .updateTable('memberships')
      .set({ role })
      .where('unit', '=', unit)
      .where('person', '=', person)
      .execute();
  }
}
