import type { Answer } from './answer/answer.ts';
import type { Asker, Sources } from './answer/answer-question.ts';
import { answerQuestion } from './answer/answer-question.ts';
import { planNames } from './answer/plan-names.ts';
import type { ReadQuestion } from './answer/read-question.ts';
import { readMessage } from './answer/read-question.ts';
import type { Nearness } from './models/ports.ts';
import type { Plan } from './plan.ts';
import type { PlanIndex } from './search/plan-index.ts';
import { planIndex } from './search/plan-index.ts';
import type { Hit } from './search/search-clauses.ts';
import { searchClauses } from './search/search-clauses.ts';
import type { PassageHit } from './search/search-passages.ts';
import { searchPassages } from './search/search-passages.ts';
import { buildLexicon } from './vietnamese/lexicon.ts';
import { planReader } from './vietnamese/read-words.ts';
import { CONCEPTS, EVERYDAY } from './vietnamese/vocabulary-data.ts';
import type { Word } from './vietnamese/words.ts';

/** The plans, ready to be asked about. Pure: the same question always gets the same answer. */
export interface Knowledge {
  plans: readonly Plan[];
  plan(id: string): Plan | null;
  /** Builds every index now, so that no first question waits for one. */
  warm(): void;
  /** Reads a message into its questions. */
  read(text: string): ReadQuestion[];
  /** `nearness`: how near passages are in meaning, where a model tells; null: words alone. */
  answer(question: ReadQuestion, asker: Asker, nearness?: Nearness | null): Answer;
  /** The clauses nearest to a query, best first, each once; over all plans where `plan` is null. */
  search(query: string, plan: string | null, most: number, nearness?: Nearness | null): Hit[];
  /** The passages of a plan nearest to a question by their own words (and meaning), best first. */
  passages(question: ReadQuestion, plan: string, most: number, nearness?: Nearness | null): PassageHit[];
  /** The one plan a message names; `alone` when it says nothing else (“Cần Đước”, “tôi ở Cần Đước”). */
  planSaid(text: string): { plan: string; alone: boolean } | null;
}

// Words that only say to whom somebody belongs.
const BELONGING = new Set(
  'o thuoc ben huyen minh la cua ke hoach huong dan dang bo uy ban chi van so theo cho chon toi em khoi nhe tinh cong ty'.split(
    ' ',
  ),
);

export function openKnowledge(plans: readonly Plan[]): Knowledge {
  const read = planReader();
  const lexicon = buildLexicon(corpus(plans, read));
  const names = planNames(plans);
  const byId = new Map(plans.map(plan => [plan.id, plan]));
  const indexes = new Map<string, PlanIndex>();
  const index = (id: string): PlanIndex => {
    let built = indexes.get(id);
    if (!built) {
      built = planIndex(byId.get(id)!, lexicon, read);
      indexes.set(id, built);
    }
    return built;
  };
  const sources: Sources = { plans: [...byId.keys()], index, lexicon, names };
  return {
    plans,
    plan: id => byId.get(id) ?? null,
    warm: () => sources.plans.forEach(index),
    read: text => readMessage(text, lexicon, names),
    answer(question, asker, nearness) {
      const words = answerQuestion(sources, question, asker);
      if (!nearness) return words;
      const both = answerQuestion({ ...sources, index: answering(index, nearness) }, question, asker);
      // Nearness says which passage, words say whether there is an answer.
      return sameOutcomes(words, both) ? both : words;
    },
    search: (query, plan, most, nearness) =>
      searchClauses(
        (plan === null ? sources.plans : [plan]).map(seen(index, nearness)),
        lexicon,
        query,
        most,
      ),
    passages: (question, plan, most, nearness) =>
      searchPassages(seen(index, nearness)(plan), lexicon, question, most),
    planSaid(text) {
      const questions = readMessage(text, lexicon, names);
      const named = new Set(questions.flatMap(q => q.named.map(n => n.plan)));
      if (named.size !== 1) return null;
      const alone = questions.every(q => q.words.every(w => BELONGING.has(w.folded)));
      return { plan: [...named][0]!, alone };
    },
  };
}

function sameOutcomes(a: Answer, b: Answer): boolean {
  const outcomes = ({ outcome, findings }: Answer) =>
    [outcome, ...findings.map(finding => `${finding.plan} ${finding.outcome}`)].join('\n');
  return outcomes(a) === outcomes(b);
}

/** Indexes as one question sees them: with what is near to it in meaning. */
function seen(index: (id: string) => PlanIndex, nearness?: Nearness | null): (id: string) => PlanIndex {
  if (!nearness) return index;
  const { weight } = nearness;
  return id => ({ ...index(id), nearness: { weight, of: passage => nearness.of(id, passage) } });
}

/** The same for an answer: where topics say how people ask, meaning adds less, and has a weight of its own. */
function answering(index: (id: string) => PlanIndex, nearness: Nearness): (id: string) => PlanIndex {
  const { amongTopics = nearness.weight } = nearness;
  return id => {
    const known = index(id).plan.topics.length > 0;
    return seen(index, { ...nearness, weight: known ? amongTopics : nearness.weight })(id);
  };
}

function* corpus(plans: readonly Plan[], read: (text: string) => Word[]): Iterable<Word[]> {
  for (const plan of plans) {
    yield read(plan.text);
    for (const { asks } of [...plan.topics, ...plan.silences]) for (const ask of asks) yield read(ask);
    for (const name of [...plan.names, ...plan.subjects.flatMap(s => [s.title, ...s.names])])
      yield read(name);
  }
  for (const phrases of [...Object.values(CONCEPTS), ...EVERYDAY]) {
    for (const phrase of phrases) yield read(String(phrase));
  }
}
