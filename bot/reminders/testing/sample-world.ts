import type { Account } from '../../store/delivery/delivery-records.ts';
import type { Role, Unit, World } from '../../store/records.ts';
import type { Reminders, UnitReminders } from '../../store/reminder-records.ts';
import { NO_REMINDERS } from '../../store/reminder-records.ts';
import { newUnitReminders } from '../replay-unit.ts';

/** A world of one person, for tests: one unit of a plan, confirmed unless it is said otherwise. */
export function sampleWorld(given: {
  plan: string;
  subject: string;
  since: string;
  role?: Role;
  /** When the person joined: where it is not said, as the unit began. */
  joined?: string;
  unit?: Partial<UnitReminders>;
  reminders?: Partial<Reminders>;
}): World {
  const { plan, subject, since, role = 'secretary', joined = since } = given;
  const unit: Unit = { id: 'u1', name: 'Chi bộ 2', plan, subject, superior: null, place: null };
  const confirmation = { document: '12-CV/ĐU', person: 'p1', at: since };
  return {
    memberships: [{ unit, role, since: joined }],
    assessments: [],
    reminders: {
      ...NO_REMINDERS,
      units: [{ ...newUnitReminders(unit.id, since), confirmation, ...given.unit }],
      channels: ['telegram'],
      ...given.reminders,
    },
  };
}

export const TELEGRAM: Account = { channel: 'telegram', address: 'a1', chat: 'c1', blocked: false };
