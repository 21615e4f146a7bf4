import type { Answer } from './answer/answer.ts';
import type { Asker, Sources } from './answer/answer-question.ts';
import { answerQuestion } from './answer/answer-question.ts';
import { planNames } from './answer/plan-names.ts';
import type { ReadQuestion } from './answer/read-question.ts';
import { readMessage } from './answer/read-question.ts';
import type { Plan } from './plan.ts';
import type { PlanIndex } from './search/plan-index.ts';
import { planIndex } from './search/plan-index.ts';
import type { Hit } from './search/search-clauses.ts';
import { searchClauses } from './search/search-clauses.ts';
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
  answer(question: ReadQuestion, asker: Asker): Answer;
  /** The clauses nearest to a query, best first, each once; over all plans where `plan` is null. */
  search(query: string, plan: string | null, most: number): Hit[];
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
    ...({ sources } as object),
    plan: id => byId.get(id) ?? null,
    warm: () => sources.plans.forEach(index),
    read: text => readMessage(text, lexicon, names),
    answer: (question, asker) => answerQuestion(sources, question, asker),
    search: (query, plan, most) =>
      searchClauses((plan === null ? sources.plans : [plan]).map(index), lexicon, query, most),
    planSaid(text) {
      const questions = readMessage(text, lexicon, names);
      const named = new Set(questions.flatMap(q => q.named.map(n => n.plan)));
      if (named.size !== 1) return null;
      const alone = questions.every(q => q.words.every(w => BELONGING.has(w.folded)));
      return { plan: [...named][0]!, alone };
    },
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
