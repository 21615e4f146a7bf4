import { answer, openAssessment, seeRulebook, startOver, submit } from './change-assessment.ts';
import type { ChangeContext } from './change-context.ts';
import { describeUnit, invite, join, openUnit } from './change-unit.ts';
import type { Change } from './records.ts';
import { changeReminders } from './reminders/change-reminders.ts';

/** Writes one change. Throws ChangeFault when the person may not make it, Moved when it has come too late. */
export function applyChange(context: ChangeContext, change: Change): Promise<void> {
  switch (change.type) {
    case 'unit-opened':
      return openUnit(context, change.unit);
    case 'unit-described':
      return describeUnit(context, change);
    case 'invited':
      return invite(context, change.invitation);
    case 'joined':
      return join(context, change.codeHash);
    case 'assessment-opened':
      return openAssessment(context, change.assessment);
    case 'answered':
      return answer(context, change.assessment, change.event);
    case 'started-over':
      return startOver(context, change.assessment);
    case 'submitted':
      return submit(context, change.assessment, change.evaluation);
    case 'rulebook-seen':
      return seeRulebook(context, change.assessment, change.rulebook);
    default:
      return changeReminders(context, change);
  }
}
