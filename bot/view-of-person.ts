import type { Knowledge } from '../knowledge/index.ts';
import type { RulebookShelf } from './dialogues/assess/rulebook-shelf.ts';
import type { ReminderView } from './reminders/view.ts';
import type { Store } from './store/store.ts';

export interface ViewParts {
  store: Pick<Store, 'world'>;
  knowledge: Pick<Knowledge, 'plan'>;
  shelf: Pick<RulebookShelf, 'of'>;
  /** Today in Viet Nam, ISO date, and the instant, ISO in UTC. */
  today(): string;
  now(): string;
}

/** What a person's reminders are worked out from, as it stands now. */
export async function viewOfPerson(
  { store, knowledge, shelf, today, now }: ViewParts,
  person: string,
): Promise<ReminderView> {
  return {
    person,
    world: await store.world(person),
    today: today(),
    now: now(),
    rulebookOf: plan => shelf.of(plan),
    planConfirmed: plan => knowledge.plan(plan)?.status === 'confirmed',
  };
}
