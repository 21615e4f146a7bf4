import type { Clause, Plan, Silence, Topic } from '../plan.ts';
import type { Lexicon } from '../vietnamese/lexicon.ts';
import { EVERYDAY } from '../vietnamese/vocabulary-data.ts';
import type { Word } from '../vietnamese/words.ts';
import { decisiveConceptsOf } from './decisive-concepts.ts';
import type { LexicalIndex } from './lexical-index.ts';
import { lexicalIndex } from './lexical-index.ts';
import type { PassageNearness } from './nearness.ts';
import type { Passage } from './passages.ts';
import { passagesOf } from './passages.ts';
import { termsOf } from './terms.ts';

/** Something a question may be near to. */
export type Entry =
  | { kind: 'topic'; topic: Topic }
  | { kind: 'silence'; silence: Silence }
  | { kind: 'everyday' }
  | { kind: 'passage'; passage: number };

/** One plan made findable: its passages, how people ask for them, and what it is silent on. */
export interface PlanIndex {
  plan: Plan;
  entries: readonly Entry[];
  /** In document order; an entry of a passage gives its place here. */
  passages: readonly Passage[];
  /** The passages that a topic cites; of a topic that is no list, those of its first citation. */
  cited: ReadonlyMap<Topic, readonly number[]>;
  index: LexicalIndex;
  /** Decisive matters that an entry speaks of. */
  decisive: ReadonlyMap<Topic | Silence, ReadonlySet<string>>;
  /** The smallest clause whose own words hold an offset. */
  clauseAt(offset: number): Clause;
  /** Folded pairs of the plan's own text: “4 tot” is there or is not. */
  pairs: ReadonlySet<string>;
  /** How near the passages are to the question at hand in meaning; without it words alone tell. */
  nearness?: PassageNearness;
}

/** `read` gives the words of a text of the plan's. */
export function planIndex(plan: Plan, lexicon: Lexicon, read: (text: string) => Word[]): PlanIndex {
  const entries: Entry[] = [];
  const documents: string[][] = [];
  const add = (entry: Entry, text: string): void => {
    entries.push(entry);
    documents.push(termsOf(read(text), lexicon));
  };
  for (const topic of plan.topics) for (const ask of topic.asks) add({ kind: 'topic', topic }, ask);
  for (const silence of plan.silences) for (const ask of silence.asks) add({ kind: 'silence', silence }, ask);
  for (const asks of EVERYDAY) for (const ask of asks) add({ kind: 'everyday' }, ask);
  const passages = passagesOf(plan);
  for (const [place, passage] of passages.entries()) {
    const own = plan.text.slice(passage.start, passage.end);
    add({ kind: 'passage', passage: place }, own);
    // The headings say what a bullet is about: they are searched with it, one word of theirs for each of its own.
    const above = passage.clause.headings.slice(-2).join(' ');
    documents.at(-1)!.push(...new Set(termsOf(read(above), lexicon)));
  }
  const quotes = (topic: Topic): string[] => topic.cites.map(({ start, end }) => plan.text.slice(start, end));
  const decisive = new Map<Topic | Silence, ReadonlySet<string>>([
    ...plan.topics.map(
      topic => [topic, decisiveConceptsOf([...topic.asks, ...quotes(topic)], lexicon, read)] as const,
    ),
    ...plan.silences.map(
      silence => [silence, decisiveConceptsOf([...silence.asks, silence.about], lexicon, read)] as const,
    ),
  ]);
  const pairs = new Set<string>();
  const words = read(plan.text);
  for (const [i, w] of words.entries()) pairs.add(`${w.folded} ${words[i + 1]?.folded ?? ''}`);
  return {
    plan,
    entries,
    passages,
    cited: new Map(plan.topics.map(topic => [topic, citedBy(topic, passages)])),
    index: lexicalIndex(documents),
    decisive,
    clauseAt: clauseFinder(plan),
    pairs,
  };
}

function citedBy({ cites, all }: Topic, passages: readonly Passage[]): number[] {
  const spans = all ? cites : cites.slice(0, 1);
  return [...passages.keys()].filter(place =>
    spans.some(({ start, end }) => passages[place]!.start < end && start < passages[place]!.end),
  );
}

/** Clauses lie in document order and do not overlap: the one at an offset is found by halving. */
function clauseFinder({ clauses }: Plan): (offset: number) => Clause {
  return offset => {
    let low = 0;
    let high = clauses.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (clauses[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return clauses[low]!;
  };
}
