import { assessWords as words } from '../../words/assess-words.ts';
import { answerName, othersName } from '../../words/requirement-words.ts';
import { lastSeq } from './foresee.ts';
import type { Scene } from './scene.ts';
import { place, sight, withPlace } from './scene.ts';
import { sightOf, stepOf } from './sight.ts';

/** What others have answered since the person last looked. */
export function newsOf(at: Scene): Scene {
  const seen = sight(at);
  if (!seen) return at;
  const { seen: known } = place(at);
  const { person } = at.deps;
  const latest = new Map(
    seen.record.events
      .filter(event => event.seq > known && event.person !== person)
      .map(event => [event.requirement, event]),
  );
  // What the person has answered themselves after that is no news.
  for (const event of seen.record.events) {
    if (event.person === person && (latest.get(event.requirement)?.seq ?? Infinity) < event.seq)
      latest.delete(event.requirement);
  }
  return { ...at, news: [...latest.values()] };
}

/** Marks everything that stands as known. */
export function allSeen(at: Scene): Scene {
  const { current } = at.state.assess;
  const record = sightOf(at.world, at.deps.shelf, current)?.record;
  return record ? withPlace(at, { seen: lastSeq(record) }) : at;
}

/** What others answered meanwhile is said once, before anything else. */
export function tellNews(at: Scene): Scene {
  const seen = sight(at);
  if (!seen || at.news.length === 0) return at;
  const lines = at.news.flatMap(({ requirement, value }) => {
    const step = stepOf(seen, requirement);
    if (!step) return [];
    const said = value === null ? words.takenBack : answerName(value as Parameters<typeof answerName>[0]);
    return [words.newsLine(step.number, step.requirement.title, said)];
  });
  const known = allSeen(at);
  if (lines.length === 0) return known;
  const news = { text: words.news(othersName(seen.role), lines) };
  // The reply that a document goes with moves on by one.
  const wants = known.wants && { ...known.wants, reply: known.wants.reply + 1 };
  return { ...known, wants, replies: [news, ...known.replies] };
}
