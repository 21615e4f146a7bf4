import { agenda } from '../../../reminders/agenda.ts';
import type { AgendaItem } from '../../../reminders/agenda-item.ts';
import type { Sections } from '../../../reminders/sections.ts';
import { sections } from '../../../reminders/sections.ts';
import type { Scene } from '../scene.ts';
import { view } from '../scene.ts';

/** The list's parts, and what lies beyond their days. */
export interface ListSections extends Sections {
  /** The next time of what does not come within the days of the others. */
  far: AgendaItem[];
}

const FAR_FROM_DAYS = 61;
const FAR_YEARS = 2;

/** What somebody has asked to be reminded of in half a year must not look as if it were forgotten. */
export function listSections(at: Scene): ListSections {
  const near = sections(view(at));
  const today = Temporal.PlainDate.from(at.deps.today);
  const from = today.add({ days: FAR_FROM_DAYS }).toString();
  const to = today.add({ years: FAR_YEARS }).toString();
  const seen = new Set([...near.today, ...near.week, ...near.later].map(({ key }) => key));
  const far = agenda(view(at), { from, to }).filter(({ key }) => !seen.has(key) && seen.add(key));
  return { ...near, far };
}
