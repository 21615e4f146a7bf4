import { assess, beginAssessment } from './dialogues/assess/assess.ts';
import { announcesCorrection } from './dialogues/assess/correction.ts';
import { describesUnit, describeUnit } from './dialogues/assess/describe-unit.ts';
import { goesOn, wantsAssessment } from './dialogues/assess/intent.ts';
import { asksSomething } from './dialogues/assess/question-or-answer.ts';
import { codeIn, invite, invitesRole, join } from './dialogues/join.ts';
import { leftReminders, pastList, remindSaid } from './dialogues/remind/remind.ts';
import type { ConversationState } from './dialogues/state.ts';
import type { Turn } from './dialogues/turn.ts';
import type { AssistantDeps } from './turns.ts';
import { about, aboutReminders, again, digress, foreseen } from './turns.ts';

/** What may be said at any time: codes, invitations, how a unit is called, the wish to assess. */
export function takeErrand(
  state: ConversationState,
  text: string,
  person: string,
  deps: AssistantDeps,
): Turn | null {
  const past = pastList(state);
  const joining = { ...deps, person, code: deps.fresh.code };
  if (codeIn(text, !state.assess.values) !== null) {
    return again({ ...join(past, deps.invitation, joining), said: 'THAMGIA …' }, person, deps);
  }
  const role = invitesRole(text);
  if (role) return again(invite(past, role, joining), person, deps);
  const described = describesUnit(text);
  if (described) return again(describeUnit(past, described, deps.world), person, deps);
  const reminded = remindSaid(state, text, aboutReminders(deps, person));
  if (reminded) return again(reminded, person, deps);
  const going = state.assess.asking === null && state.assess.current !== null && goesOn(text);
  if (wantsAssessment(text) || going)
    return beginAssessment({ ...leftReminders(state), waiting: null }, about(deps, person));
  return correctLater(leftReminders(state), text, person, deps);
}

/** “à quên, …” after a self-assessment was left: it is taken up again for the correction. */
function correctLater(
  state: ConversationState,
  text: string,
  person: string,
  deps: AssistantDeps,
): Turn | null {
  const { asking, current } = state.assess;
  if (asking !== null || current === null || asksSomething(text) || !announcesCorrection(text)) return null;
  const resumed = beginAssessment(state, about(deps, person));
  if (resumed.state.assess.asking === null || resumed.state.assess.current !== current) return null;
  const world = foreseen(resumed, person, deps);
  const corrected = assess(resumed.state, { choice: null, text }, about({ ...deps, world }, person));
  return digress({ ...corrected, changes: [...resumed.changes, ...corrected.changes] }, person, {
    ...deps,
    world,
  });
}
