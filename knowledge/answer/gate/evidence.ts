import type { Clause, Plan, Span } from '../../plan.ts';
import { mentionsIn } from './bodies/bodies.ts';
import type { Mention } from './bodies/mention.ts';
import type { Token } from './reading/token.ts';
import { tokensOf } from './reading/tokens.ts';

/** Where a word of the evidence stands: in the cited sentence, in a heading above it, or earlier in its clause. */
export type Part = 'head' | 'before' | 'own';

/** What a claim is held against: the cited sentence and what stands over it. */
export interface Evidence {
  tokens: readonly Token[];
  parts: readonly Part[];
  mentions: readonly Mention[];
  /** Those who get something only in the end: “báo cáo Ban Tổ chức để tổng hợp, báo cáo Ban Thường vụ”. */
  secondary: ReadonlySet<Mention>;
  /** Places of each word, by its text. */
  places: ReadonlyMap<string, readonly number[]>;
  /** The cited words as they stand, and those above them. */
  own: string;
  head: string;
  clause: Clause;
  plan: Plan;
}

const MARKER = /^\s*(?:(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]|[-+*–•]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s+/u;

/** A text without the number, letter or bullet it begins with. */
export function withoutMarker(text: string): string {
  return text.replace(MARKER, '');
}

const read = new WeakMap<Plan, Map<string, Evidence>>();

/** The evidence of a span of a plan, read once. */
export function evidenceOf(plan: Plan, span: Span): Evidence {
  let ofPlan = read.get(plan);
  if (!ofPlan) {
    ofPlan = new Map();
    read.set(plan, ofPlan);
  }
  const key = `${span.start}-${span.end}`;
  let evidence = ofPlan.get(key);
  if (!evidence) {
    evidence = readEvidence(plan, span);
    ofPlan.set(key, evidence);
  }
  return evidence;
}

function readEvidence(plan: Plan, span: Span): Evidence {
  const clause = plan.clauses.findLast(c => c.start <= span.start && span.start < c.end) ?? plan.clauses[0]!;
  const own = plan.text.slice(span.start, span.end);
  const before = plan.text.slice(clause.start, Math.max(clause.start, span.start));
  const over = leadingTo(plan, clause);
  const head = [...clause.headings, ...over].map(text => text.replace(MARKER, '')).join('\n');
  // “Trong đó phải có …” goes on from the sentence before it.
  const [rest, led] = /^\s*trong đó/iu.test(own) ? leadOf(before) : [before, ''];
  const tokens: Token[] = [];
  const parts: Part[] = [];
  for (const [part, text] of [
    ['head', led === '' ? head : `${head}\n${led.replace(MARKER, '')}`],
    ['before', rest.replace(MARKER, '')],
    ['own', own.replace(MARKER, '')],
  ] as const) {
    const shift = (tokens.at(-1)?.segment ?? 0) + 1;
    const read = tokensOf(`${text}\n`);
    tokens.push(...read.map(token => ({ ...token, segment: token.segment + shift })));
    parts.push(...read.map(() => part));
  }
  const places = new Map<string, number[]>();
  tokens.forEach((token, i) => {
    if (token.kind !== 'word') return;
    const at = places.get(token.text);
    if (at) at.push(i);
    else places.set(token.text, [i]);
  });
  const mentions = mentionsIn(tokens);
  return {
    tokens,
    parts,
    mentions,
    secondary: secondaryOf(tokens, mentions),
    places,
    own,
    head,
    clause,
    plan,
  };
}

function leadOf(before: string): [string, string] {
  const led = lastSentence(before.trim());
  return [before.slice(0, before.lastIndexOf(led)), led];
}

function secondaryOf(tokens: readonly Token[], mentions: readonly Mention[]): Set<Mention> {
  return new Set(
    mentions.filter(mention => {
      for (let i = mention.from - 1; i >= 0; i--) {
        const token = tokens[i]!;
        if (token.kind === 'stop' && token.text !== ',') return false;
        if (token.text === 'để') return mentions.some(each => each.to === i && each.role === 'recipient');
      }
      return false;
    }),
  );
}

/** Sentences that end in a colon and open what the clause belongs to: “… được đánh giá là có hiệu quả khi:”. */
function leadingTo(plan: Plan, clause: Clause): string[] {
  const lines: string[] = [];
  const byId = new Map(plan.clauses.map(each => [each.id, each]));
  for (let at: Clause | undefined = clause; at; at = at.parent === null ? undefined : byId.get(at.parent)) {
    if (at !== clause && at.kind !== 'heading') add(at);
    if (at !== clause) continue;
    const opening = plan.clauses.findLast(
      each =>
        each.parent === clause.parent &&
        each.end <= clause.start &&
        each.kind === 'paragraph' &&
        endsOpen(each),
    );
    if (opening) add(opening);
  }
  return lines;

  function add(each: Clause): void {
    if (endsOpen(each)) lines.unshift(lastSentence(plan.text.slice(each.start, each.end)));
  }
  function endsOpen(each: Clause): boolean {
    return /(?<!như sau|sau đây)[:：]\s*$/u.test(plan.text.slice(each.start, each.end));
  }
}

function lastSentence(text: string): string {
  return text.split(/(?<=[.;])\s+(?=\p{Lu})/u).at(-1)!;
}
