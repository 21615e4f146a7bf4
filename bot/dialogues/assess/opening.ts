import { plain } from '../../choose.ts';
import { assessWords as words } from '../../words/assess-words.ts';
import { capital } from '../../words/requirement-words.ts';
import { NEW_PLACE } from './assess-state.ts';
import { beginUnit, chooseAnother, resume } from './begin.ts';
import { planName, subjectTitle, yearsOf } from './opening-prompt.ts';
import { prompt } from './prompt.ts';
import { goOn } from './record-answer.ts';
import type { Said, Scene } from './scene.ts';
import { asks, does, say, sight, withAssess } from './scene.ts';
import { cleanUnitName } from './unit-name.ts';

/** An answer to what is asked before there is a self-assessment; null: it is none. */
export function tookOpening(at: Scene, said: Said): Scene | null {
  const { asking, draft } = at.state.assess;
  switch (asking!.kind) {
    case 'assessment':
      return said.choice === null ? null : choseAssessment(at, said.choice);
    case 'plan': {
      const plan = said.choice ?? planTyped(at, said.text);
      if (plan === null) return null;
      if (!at.deps.shelf.of(plan))
        return at.deps.knowledge.plan(plan) ? prompt(say(at, words.noRulebook)) : null;
      const own = { ...at, state: { ...at.state, plan, subject: null } };
      return prompt(asks(withAssess(own, { draft: { ...draft!, plan } }), { kind: 'subject' }));
    }
    case 'subject': {
      if (said.choice === 'plan') return prompt(asks(at, { kind: 'plan' }));
      const subject = said.choice ?? subjectTyped(at, said.text);
      if (subject === null) return null;
      const own = { ...at, state: { ...at.state, subject } };
      return prompt(asks(withAssess(own, { draft: { ...draft!, subject } }), { kind: 'unit' }));
    }
    case 'unit':
      return tookName(at, said);
    case 'year':
      return tookYear(at, said);
    default:
      return null;
  }
}

/** What was asked before, in opening; at the first the same again. */
export function backInOpening(at: Scene): Scene {
  const { asking, draft } = at.state.assess;
  if (asking!.kind === 'subject') return prompt(asks(at, { kind: 'plan' }));
  if (asking!.kind === 'unit') return prompt(asks(at, { kind: 'subject' }));
  if (asking!.kind === 'year')
    return draft!.unit === null ? prompt(asks(at, { kind: 'unit' })) : chooseAnother(at);
  return prompt(at);
}

function choseAssessment(at: Scene, choice: string): Scene {
  const [kind, id = ''] = choice.split(/:(.*)/s) as [string, string?];
  if (kind === 'assessment') return resume(at, id);
  const unit = at.world.memberships.find(membership => membership.unit.id === id)?.unit;
  if (kind !== 'year' || !unit) return beginUnit(at);
  const draft = { plan: unit.plan, subject: unit.subject, unit: unit.id, name: null };
  return prompt(asks(withAssess(at, { draft }), { kind: 'year' }));
}

function planTyped({ deps }: Scene, text: string): string | null {
  const typed = text.trim().toLowerCase();
  return deps.knowledge.plan(typed)?.id ?? deps.knowledge.planSaid(text)?.plan ?? null;
}

function subjectTyped({ deps, state }: Scene, text: string): string | null {
  const { subjects } = deps.shelf.of(state.assess.draft!.plan!)!;
  const typed = plain(text);
  const matches = subjects.filter(({ id, title }) => id === text.trim() || plain(title) === typed);
  return matches.length === 1 ? matches[0]!.id : null;
}

function tookName(at: Scene, { choice, text }: Said): Scene {
  const draft = at.state.assess.draft!;
  const cleaned = choice === 'skip' ? { name: subjectTitle(at), changed: false } : cleanUnitName(text);
  if (!cleaned) return prompt(say(at, words.unitNoName));
  const told = cleaned.changed ? say(at, words.unitCleaned(cleaned.name)) : at;
  const same = at.world.memberships.find(
    ({ unit, role }) =>
      role !== 'member' &&
      unit.plan === draft.plan &&
      unit.subject === draft.subject &&
      plain(unit.name) === plain(cleaned.name),
  );
  const known = same ? say(told, words.unitTaken(same.unit.name)) : told;
  const next = { ...draft, name: capital(cleaned.name), unit: same?.unit.id ?? null };
  return prompt(asks(withAssess(known, { draft: next }), { kind: 'year' }));
}

function tookYear(at: Scene, { choice, text }: Said): Scene | null {
  const typed = choice ?? yearSaid(text, at.deps.today);
  if (typed === undefined) return null;
  const { from, to } = yearsOf(at.deps.today);
  const year = /^\d{4}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(year >= from && year <= to)) return prompt(say(at, words.oddYear(from, to)));
  return openAssessment(at, year);
}

/** “2026”, “của năm 2026 nhé”, “năm nay”, “năm ngoái”, as a year or a number that is none. */
function yearSaid(text: string, today: string): string | undefined {
  const said = plain(text)
    .replace(/^(?:cua |cho |chon |lam |la )+/, '')
    .replace(/(?: (?:nhe|a|di|thoi))+$/, '');
  const thisYear = Number(today.slice(0, 4));
  if (/^nam (?:nay|hien tai)$/.test(said)) return String(thisYear);
  if (/^nam (?:ngoai|truoc|vua roi|vua qua)$/.test(said)) return String(thisYear - 1);
  if (/^nam kia$/.test(said)) return String(thisYear - 2);
  return /^(?:nam )?(\d+)$/.exec(said)?.[1] ?? /^(-?[\d.,]+)$/.exec(text.trim())?.[1];
}

function openAssessment(at: Scene, year: number): Scene {
  const draft = at.state.assess.draft!;
  const already = at.world.assessments.find(record => record.unit === draft.unit && record.year === year);
  if (already) return resume(withAssess(at, { draft: null, asking: null }), already.id);
  const { plan, subject } = draft as { plan: string; subject: string };
  const [unitId, id] = at.deps.fresh.ids;
  const name = draft.name ?? subjectTitle(at);
  const unit = { id: unitId, name, plan, subject, superior: null, place: null };
  const opened = draft.unit === null ? does(at, { type: 'unit-opened', unit }) : at;
  const rulebook = at.deps.shelf.of(plan)!;
  const assessment = { id, unit: draft.unit ?? unitId, plan, subject, year, rulebook: rulebook.hash };
  const begun = withAssess(does(opened, { type: 'assessment-opened', assessment }), {
    current: id,
    draft: null,
    places: { ...at.state.assess.places, [id]: NEW_PLACE },
  });
  const seen = sight(begun)!;
  const title = rulebook.subjects.find(item => item.id === subject)!.title;
  const text =
    draft.unit === null
      ? words.opened(seen.unit.name, title, year, planName(at.deps, plan), seen.steps.length)
      : words.openedAgain(seen.unit.name, year, planName(at.deps, plan), seen.steps.length);
  const none =
    rulebook.verdict.rule === 'none'
      ? say(begun, `${text}\n\n${words.noVerdictAhead(rulebook.verdict.words.none)}`)
      : say(begun, text);
  return goOn(none, 'walk');
}
