import type { Choice, Reply } from '../../../channels/channel.ts';
import { remindListWords, sayStart } from '../../../words/remind-list-words.ts';
import { settingWords as words } from '../../../words/remind-setting-words.ts';
import { remindWords } from '../../../words/remind-words.ts';
import { confirmationOf } from '../confirmation-of.ts';
import type { Scene } from '../scene.ts';
import { isBusy, maySettle } from '../scene.ts';
import { FOREVER, isPaused, leadsOf } from '../settings-of.ts';

/** How the person and their units are reminded, and what may be changed. */
export function settingsPrompt(at: Scene): Reply {
  const { preferences, feed, units } = at.world.reminders;
  const paused = isPaused(at);
  const until = preferences.pausedUntil === FOREVER ? null : preferences.pausedUntil;
  const lines = [
    `${words.title}:`,
    words.hour(preferences.hour),
    words.quiet(preferences.quiet),
    ...(paused ? [words.paused(until === null ? null : sayStart(until, at.deps.today))] : []),
    ...at.world.memberships.map(({ unit }) => words.leads(unit.name, leadsOf(at, unit.id))),
    ...at.world.memberships.flatMap(({ unit }) => {
      const confirmation = units.find(settings => settings.unit === unit.id)?.confirmation;
      return confirmation ? [words.confirmed(unit.name, confirmation.document)] : [];
    }),
    ...(feed ? [words.feed] : []),
    '',
    words.typed,
  ];
  return { text: lines.join('\n'), choices: choicesOf(at, paused), prompt: { kind: 'settings' } };
}

function choicesOf(at: Scene, paused: boolean): Choice[] {
  const { preferences, feed } = at.world.reminders;
  const settled = at.world.memberships.filter(({ unit }) => maySettle(at, unit.id));
  const confirmed = at.world.memberships.filter(
    ({ unit, role }) => role === 'secretary' && confirmationOf(at, unit.id) === 'given',
  );
  return [
    { id: 'r:hour', label: words.changeHour },
    { id: 'r:quiet', label: words.changeQuiet },
    ...(preferences.quiet ? [{ id: 'r:quiet-off', label: words.quietOff }] : []),
    ...(settled.length > 0 ? [{ id: 'r:leads', label: words.changeLeads }] : []),
    paused ? { id: 'r:resume-all', label: words.resume } : { id: 'r:pause-all', label: words.pause },
    { id: 'r:file', label: words.file },
    ...(feed ? [{ id: 'r:feed-close', label: words.closeFeed }] : []),
    ...(!feed && at.deps.feed ? [{ id: 'r:feed-open', label: words.openFeed }] : []),
    ...confirmed.map(({ unit }) => ({ id: `r:unconfirm:${unit.id}`, label: words.unconfirm(unit.name) })),
    { id: 'r:list', label: remindWords.list },
    ...(isBusy(at) ? [{ id: 'r:back', label: remindListWords.backToAssessment }] : []),
  ];
}
