import type { Laid } from '../sentence.ts';
import { sameBody } from './bodies.ts';
import type { Mention, Role } from './mention.ts';

/** Of what goes before the cited sentence in its clause: who it is all about. */
export const DOERS: readonly Role[] = ['agent', 'topic', 'by', 'competent'];
/**
 * “Đối với chi bộ thì chi bộ …, đối với đảng bộ thì đảng ủy …”: who acts does so for the one it is said of.
 */
export function sameTopic({ mentions, evidence, known }: Laid): boolean {
  const topics = evidence.mentions.filter(
    each => each.role === 'topic' && evidence.parts[each.from] === 'own',
  );
  const claimed = mentions.filter(each => each.role === 'topic');
  if (topics.length < 2 || claimed.length === 0) return true;
  const scopeOf = (topic: Mention): { from: number; to: number }[] =>
    topics.flatMap((each, i) =>
      sameBody(topic, each, known)
        ? [{ from: each.from, to: topics[i + 1]?.from ?? evidence.tokens.length }]
        : [],
    );
  return mentions
    .filter(each => each.role === 'agent' || each.role === 'by' || each.role === 'competent')
    .every(each => {
      // Of the topic before it, or of any where none goes before.
      const topic = claimed.findLast(one => one.from < each.from);
      const scopes = (topic ? scopeOf(topic) : claimed.flatMap(scopeOf)).filter(({ from, to }) =>
        evidence.mentions.some(
          one => DOERS.includes(one.role) && one.role !== 'topic' && one.from > from && one.from < to,
        ),
      );
      if (scopes.length === 0) return true;
      return evidence.mentions.some(
        cited =>
          cited.role !== 'topic' &&
          sameBody(each, cited, known) &&
          scopes.some(({ from, to }) => from <= cited.from && cited.from < to),
      );
    });
}
