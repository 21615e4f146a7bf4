import type { Silence, Span } from '../plan.ts';
import type { PlanIndex } from '../search/plan-index.ts';
import { answerSpans, nearest } from './answer-spans.ts';
import { foreignTitle, missingModel, ofTheField } from './field.ts';
import type { Found } from './find-in-plan.ts';
import { fitsAspect } from './fits-aspect.ts';
import { measuredSpan } from './measured-span.ts';
import type { ReadQuestion } from './read-question.ts';
import { BEFORE_SILENCE, BESIDE, FIELD, PASSAGE, PASSAGE_ALONE, SILENCE, SURE, TOPIC } from './scores.ts';
import { saysItPlainly, sideUnsaid } from './unsaid-side.ts';

/** What is made of what was found. */
export type Decision =
  | { outcome: 'answered'; spans: Span[] }
  | { outcome: 'not_stated'; silence: Silence | null; spans: Span[] }
  | { outcome: 'out_of_scope' };

/**
 * Answered, not stated or out of scope. In this order: another field; a model the plan never names; numbers that a
 * clause can be held against; what the plan is known to be silent on; the nearest topic or passage, if it is of the
 * kind asked for.
 */
export function decide(found: Found, index: PlanIndex, question: ReadQuestion): Decision {
  const topic = found.topics[0]?.score ?? 0;
  const silence = found.silences[0]?.score ?? 0;
  const passage = found.passages[0]?.score ?? 0;
  if (foreignTitle(question) || found.everyday > Math.max(topic, silence, passage) - 0.02)
    return { outcome: 'out_of_scope' };
  if (missingModel(index, question)) return notStated(found, 0.3);
  const measured = measuredSpan(found, index, question);
  if (measured) return { outcome: 'answered', spans: [measured] };
  if (
    silence >= SILENCE &&
    silence >= topic &&
    silence >= passage - BEFORE_SILENCE &&
    !saysItPlainly(found, question)
  ) {
    return notStated(found, SILENCE);
  }
  if (sideUnsaid(found, question)) return notStated(found, SILENCE);
  if (topic >= TOPIC || passage >= (index.plan.topics.length === 0 ? PASSAGE_ALONE : PASSAGE)) {
    const spans = answerSpans(found, question);
    const telling = found.topics[0]?.topic.all ? spans : spans.slice(0, 1);
    if (
      fitsAspect(
        question,
        telling.map(span => index.plan.text.slice(span.start, span.end)),
      )
    )
      return { outcome: 'answered', spans };
    // Two things asked at once (“khi nào, qua đâu”): the one may be said by the topic beside the one that says the other.
    const beside = found.topics
      .filter(({ score }) => score >= SURE && score > topic - BESIDE)
      .flatMap(({ topic: { cites } }) => cites)
      .filter(span => fitsAspect(question, [index.plan.text.slice(span.start, span.end)]));
    if (beside.length > 0) return { outcome: 'answered', spans: beside.slice(0, 2) };
    return notStated(found, SILENCE);
  }
  if (Math.max(topic, silence, passage) < FIELD && !ofTheField(question)) return { outcome: 'out_of_scope' };
  return notStated(found, SILENCE);
}

function notStated(found: Found, least: number): Decision {
  const silence = found.silences[0];
  if (silence && silence.score >= least)
    return { outcome: 'not_stated', silence: silence.silence, spans: silence.silence.near };
  return { outcome: 'not_stated', silence: null, spans: nearest(found) };
}
