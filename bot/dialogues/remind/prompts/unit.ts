import type { Reply } from '../../../channels/channel.ts';
import { choiceName, shortName } from '../../../words/cite.ts';
import { remindWords as words } from '../../../words/remind-words.ts';
import type { Scene } from '../scene.ts';

/** Whose plan it is to be. */
export function planPrompt({ deps }: Scene): Reply {
  const plans = deps.knowledge.plans.map(plan => ({ id: plan.id, label: choiceName(plan) }));
  return {
    text: words.whichPlan,
    choices: [...plans, { id: 'own-only', label: words.ownOnly }],
    prompt: { kind: 'plan' },
  };
}

/** What kind of unit it is. */
export function subjectPrompt({ deps }: Scene, planId: string): Reply {
  const { subjects } = deps.rulebookOf(planId)!;
  const explained = subjects.filter(({ help }) => help).map(({ title, help }) => `– ${title}: ${help}`);
  const choices = subjects.map(({ id, title }) => ({ id, label: title }));
  return {
    text: [words.whichSubject(shortName(deps.knowledge.plan(planId)!)), ...explained].join('\n'),
    choices: [...choices, { id: 'plan', label: words.otherPlan }],
    prompt: { kind: 'subject' },
  };
}
