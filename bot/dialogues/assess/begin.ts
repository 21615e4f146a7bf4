import { assessWords as words } from '../../words/assess-words.ts';
import type { Draft } from './assess-state.ts';
import { assessmentChoices, planName } from './opening-prompt.ts';
import { newsOf } from './others-news.ts';
import { prompt } from './prompt.ts';
import { goOn } from './record-answer.ts';
import { tellRulebookChange } from './rulebook-change.ts';
import type { Scene } from './scene.ts';
import { asks, place, say, sight, withAssess, withPlace } from './scene.ts';
import { mayAnswer, stepOf } from './sight.ts';

const NO_DRAFT: Draft = { plan: null, subject: null, unit: null, name: null };

/** “đánh giá chi bộ”: goes on where one stopped, or begins. */
export function begin(at: Scene): Scene {
  const { asking, draft } = at.state.assess;
  if (asking && (draft || asking.kind === 'assessment')) return prompt(at);
  const open = assessmentChoices(at).filter(({ id }) => id.startsWith('assessment:'));
  const unfinished = at.world.assessments.filter(
    ({ id, submitted }) => submitted === null && open.some(choice => choice.id === `assessment:${id}`),
  );
  const current = unfinished.find(({ id }) => id === at.state.assess.current);
  if (asking && current) return resume(at, current.id);
  if (unfinished.length === 1) return resume(at, unfinished[0]!.id);
  if (at.world.memberships.length > 0)
    return prompt(asks(withAssess(at, { draft: null }), { kind: 'assessment' }));
  return beginUnit(at);
}

/** The list of everything that may be gone on with or begun. */
export function chooseAnother(at: Scene): Scene {
  const left = leavePlace(at);
  if (left.world.memberships.length === 0) return beginUnit(left);
  return prompt(asks(withAssess(left, { draft: null }), { kind: 'assessment' }));
}

/** A unit that is not there yet; the person's own plan is taken for granted and may be changed. */
export function beginUnit(at: Scene): Scene {
  const own = at.state.plan !== null && at.deps.shelf.of(at.state.plan) ? at.state.plan : null;
  const draft = { ...NO_DRAFT, plan: own };
  return prompt(asks(withAssess(at, { draft }), own === null ? { kind: 'plan' } : { kind: 'subject' }));
}

/** Remembers where the current self-assessment is left. */
export function leavePlace(at: Scene): Scene {
  const { asking, current, draft } = at.state.assess;
  if (asking === null || current === null || draft !== null || asking.kind === 'assessment') return at;
  return withPlace(at, { left: asking });
}

/** Exactly where one stopped; what others answered meanwhile is said, and not asked again. */
export function resume(at: Scene, id: string): Scene {
  const moved = at.state.assess.current === id ? at : withAssess(leavePlace(at), { current: id });
  const opened = newsOf(withAssess(moved, { draft: null }));
  const seen = sight(opened);
  if (!seen) return say(withAssess(opened, { current: null, asking: null }), words.gone);
  const { record, unit, rulebook } = seen;
  const known = { ...opened, state: { ...opened.state, plan: record.plan, subject: record.subject } };
  if (!mayAnswer(seen)) return prompt(asks(known, { kind: 'review' }));
  const answered = seen.steps.filter(({ requirement }) => Object.hasOwn(seen.answers, requirement.id)).length;
  const greeted = say(
    known,
    words.resumed(unit.name, record.year, planName(at.deps, rulebook.id), answered, seen.steps.length),
  );
  const told = tellRulebookChange(greeted);
  const left =
    at.state.assess.current === id && at.state.assess.asking ? at.state.assess.asking : place(told).left;
  const same = left && ('id' in left ? stepOf(seen, left.id) !== null : left.kind !== 'assessment');
  if (!left || !same) return record.submitted ? prompt(asks(told, { kind: 'review' })) : goOn(told, 'walk');
  if (left.kind === 'done') return prompt(asks(told, { kind: 'review' }));
  const others = told.news.some(({ requirement }) => left.kind === 'requirement' && requirement === left.id);
  if (left.kind === 'requirement' && others && Object.hasOwn(seen.answers, left.id))
    return goOn(told, left.from);
  return prompt(asks(told, left));
}
