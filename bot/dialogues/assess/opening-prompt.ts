import type { Choice, Reply } from '../../channels/channel.ts';
import { assessWords as words } from '../../words/assess-words.ts';
import { choiceName, shortName } from '../../words/cite.ts';
import type { Asking } from './assess-state.ts';
import type { Scene } from './scene.ts';
import { sightOf } from './sight.ts';

/** The years a self-assessment may be of. */
export function yearsOf(today: string): { from: number; to: number; offered: number[] } {
  const now = Number(today.slice(0, 4));
  return { from: 2015, to: now + 1, offered: [now, now - 1, now - 2] };
}

/** The prompt of what is asked before there is a self-assessment; null for anything else. */
export function openingPrompt(at: Scene, asking: Asking): Reply | null {
  switch (asking.kind) {
    case 'assessment':
      return { text: words.whichAssessment, choices: assessmentChoices(at), prompt: { kind: 'assessment' } };
    case 'plan':
      return { text: words.whichPlan, choices: planChoices(at), prompt: { kind: 'plan' } };
    case 'subject':
      return subjectPrompt(at);
    case 'unit':
      return {
        text: words.unitName(subjectTitle(at)),
        choices: [{ id: 'skip', label: words.unitUnnamed }],
        prompt: { kind: 'unit' },
        numbered: false,
      };
    case 'year':
      return {
        text: words.whichYear(draftUnitName(at)),
        choices: yearsOf(at.deps.today).offered.map(year => ({ id: String(year), label: String(year) })),
        prompt: { kind: 'year' },
      };
    default:
      return null;
  }
}

/** Open ones first, then what else can be begun or looked at. */
export function assessmentChoices({ world, deps, state }: Scene): Choice[] {
  const open: Choice[] = [];
  const submitted: Choice[] = [];
  for (const record of world.assessments) {
    const seen = sightOf(world, deps.shelf, record.id);
    if (!seen) continue;
    const plan = planName(deps, record.plan);
    const { unit, answers, steps } = seen;
    const id = `assessment:${record.id}`;
    if (record.submitted)
      submitted.push({ id, label: words.submittedAssessment(unit.name, record.year, plan) });
    else {
      const answered = steps.filter(({ requirement }) => Object.hasOwn(answers, requirement.id)).length;
      const label = words.openAssessment(unit.name, record.year, plan, answered, steps.length);
      // The one last worked on stands first.
      if (record.id === state.assess.current) open.unshift({ id, label });
      else open.push({ id, label });
    }
  }
  const years = world.memberships
    .filter(({ role, unit }) => role !== 'member' && deps.shelf.of(unit.plan) !== null)
    .map(({ unit }) => ({ id: `year:${unit.id}`, label: words.anotherYear(unit.name) }));
  return [...open, ...submitted, ...years, { id: 'new-unit', label: words.newUnit }];
}

function planChoices({ deps }: Scene): Choice[] {
  const own = new Set(deps.shelf.plans());
  return deps.knowledge.plans
    .filter(({ id }) => own.has(id))
    .map(plan => ({ id: plan.id, label: choiceName(plan) }));
}

function subjectPrompt(at: Scene): Reply {
  const { plan } = at.state.assess.draft!;
  const { subjects } = at.deps.shelf.of(plan!)!;
  const explained = subjects.filter(({ help }) => help).map(({ title, help }) => `– ${title}: ${help}`);
  const text = [words.whichSubject(planName(at.deps, plan!)), ...explained].join('\n');
  const choices = subjects.map(({ id, title }) => ({ id, label: title }));
  return { text, choices: [...choices, { id: 'plan', label: words.otherPlan }], prompt: { kind: 'subject' } };
}

export function planName({ knowledge }: Scene['deps'], id: string): string {
  const plan = knowledge.plan(id);
  return plan ? shortName(plan) : id;
}

export function subjectTitle({ state, deps }: Scene): string {
  const draft = state.assess.draft!;
  return deps.shelf.of(draft.plan!)!.subjects.find(({ id }) => id === draft.subject)!.title;
}

function draftUnitName(at: Scene): string {
  const draft = at.state.assess.draft!;
  const unit = at.world.memberships.find(({ unit: { id } }) => id === draft.unit)?.unit;
  return unit?.name ?? draft.name ?? subjectTitle(at);
}
