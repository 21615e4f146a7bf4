import type { Clause, Silence, Span, Topic } from '../plan.ts';
import { decisiveConcepts } from '../search/decisive-concepts.ts';
import { matchPlan } from '../search/match-plan.ts';
import type { PlanIndex } from '../search/plan-index.ts';
import { termsOf } from '../search/terms.ts';
import type { Lexicon } from '../vietnamese/lexicon.ts';
import { ANSWERED_BY } from './aspects.ts';
import type { ReadQuestion } from './read-question.ts';
import { subjectsAsked } from './subjects-asked.ts';

/** What a plan has to offer to a question, nearest first, each with a score from 0 to about 1.4. */
export interface Found {
  topics: { topic: Topic; score: number }[];
  silences: { silence: Silence; score: number }[];
  passages: { clause: Clause; span: Span; score: number }[];
  everyday: number;
  /** The kinds of unit the question is about, asked or the asker's own; empty when nobody said. */
  subjects: readonly string[];
}

/** How much nearness counts that the quotation itself shares words with the question. */
const OWN_WORDS = 0.25;
const KIND_BONUS = 0.05;
const LIMIT_BONUS = 0.15;
const FITS_SUBJECT = 1.08;
const OTHER_SUBJECT = 0.75;
const SILENCE_WEIGHT = 1.15;
/** What is left for each decisive matter of the question that an entry does not speak of. */
const LACKS_DECISIVE = 0.82;

export function findInPlan(
  index: PlanIndex,
  question: ReadQuestion,
  lexicon: Lexicon,
  subject: string | null,
): Found {
  const { plan } = index;
  const match = matchPlan(index, termsOf(question.words, lexicon), termsOf(question.context, lexicon));
  const asked = subjectsAsked(plan, question.folded);
  // “Chi bộ” alone means each kind of chi bộ, unless the asker's own is known to be one of them.
  const own = subject !== null && (asked.length === 0 || asked.includes(subject)) ? [subject] : [];
  const subjects = own.length > 0 ? own : asked;
  const decisive = decisiveConcepts(question.words, lexicon);
  const lacking = (entry: Topic | Silence): number => {
    const spoken = index.decisive.get(entry)!;
    return LACKS_DECISIVE ** [...decisive].filter(concept => !spoken.has(concept)).length;
  };
  const covered = (span: Span): number =>
    match.passages.reduce((best, p) => (overlaps(p.span, span) ? Math.max(best, p.coverage) : best), 0);

  const topics = match.topics.slice(0, 20).map(({ topic, nearness }) => ({
    topic,
    score:
      (nearness + OWN_WORDS * covered(topic.cites[0]!)) * suits(topic, subjects) * lacking(topic) +
      kindBonus(topic, question),
  }));
  const silences = match.silences.slice(0, 8).map(({ silence, nearness }) => ({
    silence,
    score: nearness * SILENCE_WEIGHT * lacking(silence),
  }));
  return {
    topics: topics.sort((a, b) => b.score - a.score),
    silences: silences.sort((a, b) => b.score - a.score),
    passages: match.passages
      .slice(0, 25)
      .map(({ clause, span, coverage }) => ({ clause, span, score: coverage }))
      .sort((a, b) => b.score - a.score),
    everyday: match.everyday,
    subjects,
  };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function suits(topic: Topic, subjects: readonly string[]): number {
  if (topic.for.length === 0 || subjects.length === 0) return 1;
  return topic.for.some(id => subjects.includes(id)) ? FITS_SUBJECT : OTHER_SUBJECT;
}

function kindBonus(topic: Topic, question: ReadQuestion): number {
  // “19/12 mới gửi thì còn kịp không”: a day is held against a limit.
  if (topic.kind === 'deadline' && question.day !== null && question.aspects.has('when')) return LIMIT_BONUS;
  const fits = [...question.aspects].some(aspect => ANSWERED_BY[aspect].includes(topic.kind));
  return fits ? KIND_BONUS : 0;
}
