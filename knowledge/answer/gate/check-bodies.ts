import { acts, firstVerb, passive, verbAfter } from './acting.ts';
import type { Mention } from './bodies.ts';
import { sameBody } from './bodies.ts';
import type { Role } from './roles.ts';
import type { Check, Laid } from './sentence.ts';
import { isAnother, isDoneTo, undergoes } from './undergoing.ts';

const FITS: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  recipient: ['recipient'],
  via: ['via'],
  partner: ['partner', 'agent'],
  assisted: ['assisted'],
  parent: ['parent', 'owner'],
  owner: ['owner', 'competent', 'parent', 'agent', 'by', 'topic', 'object'],
  by: ['by', 'competent', 'agent'],
  competent: ['competent', 'by', 'agent'],
};

const DECIDING = new Set(['xét', 'công', 'nhận', 'thẩm', 'quyền', 'duyệt', 'quyết', 'định']);

/** Every body stands in the sentence, and does or receives there what the claim says of it. */
export const checkBodies: Check = laid => {
  const { mentions, evidence, known } = laid;
  for (const mention of mentions) {
    if (mention.role === 'model') {
      if (!namesModel(laid, mention)) return 'body';
      continue;
    }
    // The heading “Tiêu chí mô hình “chi bộ bốn tốt”” says whom the criteria are for; elsewhere a model is no body.
    const cited = evidence.mentions.filter(
      each =>
        sameBody(mention, each, known) && (each.role !== 'model' || evidence.parts[each.from] === 'head'),
    );
    if (cited.length === 0 && meantByAll(laid, mention)) continue;
    if (cited.length === 0) return 'body';
    if (!fits(laid, mention, cited)) return 'role';
  }
  if (repeats(laid)) return 'body';
  return sameTopic(laid) ? null : 'role';
};

const ANYONE = /^(?:tổ chức đảng|cấp ủy|chi bộ)$/u;
const DOING: readonly Role[] = ['agent', 'by', 'competent', 'topic', 'recipient', 'assisted', 'owner'];

/** A sentence that names nobody who acts speaks to every committee and branch. */
function meantByAll({ evidence, mentions }: Laid, mention: Mention): boolean {
  if (mention.role !== 'agent' || mention !== mentions[0] || !ANYONE.test(mention.name)) return false;
  return evidence.mentions.every(({ from, role }) => {
    const part = evidence.parts[from];
    const titled = part === 'head' && (role === 'model' || role === 'owner');
    return part === 'before' || titled || !DOING.includes(role);
  });
}

/** “chi bộ bốn tốt” is no “đảng bộ cơ sở bốn tốt” where the sentence names only one of them. */
function namesModel({ evidence }: Laid, { name }: Mention): boolean {
  const named = evidence.mentions.filter(
    each => each.role === 'model' && evidence.parts[each.from] === 'own',
  );
  const kind = (words: string): string => words.split(' ').slice(0, 2).join(' ');
  return named.length === 0 || named.some(each => kind(each.name) === kind(name));
}

/** One body as both sides of what is done, or twice in a list. */
function repeats({ mentions, claim }: Laid): boolean {
  return mentions.some((one, i) =>
    mentions.slice(i + 1).some(other => {
      if (!one.proper || one.name !== other.name) return false;
      const listed = other.from - one.to <= 2 && /^(?:,|và|hoặc)$/u.test(claim[one.to]!.text);
      return (
        listed || (one.role === 'agent' && ['recipient', 'assisted', 'partner', 'via'].includes(other.role))
      );
    }),
  );
}

/**
 * “Đối với chi bộ thì chi bộ …, đối với đảng bộ thì đảng ủy …”: who acts does so for the one it is said of.
 */
function sameTopic({ mentions, evidence, known }: Laid): boolean {
  const topics = evidence.mentions.filter(
    each => each.role === 'topic' && evidence.parts[each.from] === 'own',
  );
  const claimed = mentions.filter(each => each.role === 'topic');
  if (topics.length < 2 || claimed.length === 0) return true;
  const scopes = topics.flatMap((topic, i) =>
    claimed.some(each => sameBody(each, topic, known))
      ? [{ from: topic.from, to: topics[i + 1]?.from ?? evidence.tokens.length }]
      : [],
  );
  return mentions
    .filter(each => each.role === 'agent' || each.role === 'by' || each.role === 'competent')
    .every(each =>
      evidence.mentions.some(
        cited =>
          cited.role !== 'topic' &&
          sameBody(each, cited, known) &&
          scopes.some(({ from, to }) => from <= cited.from && cited.from < to),
      ),
    );
}

/** What is done stands right behind the body in the sentence: “nhiệm vụ Huyện ủy giao”. */
function doesItself({ aligned, evidence }: Laid, verb: number, cited: readonly Mention[]): boolean {
  return cited.some(({ from, to, role }) => {
    if (evidence.parts[from] !== 'own' || !['object', 'agent', 'by'].includes(role)) return false;
    const next = evidence.mentions.find(each => each.from >= to && each.from - to <= 1);
    return aligned[verb]!.includes(to) || (next !== undefined && aligned[verb]!.includes(next.to));
  });
}

function fits(laid: Laid, mention: Mention, cited: readonly Mention[]): boolean {
  const competent = laid.evidence.mentions.filter(each => each.role === 'competent');
  const verb = verbAfter(laid, mention);
  const next = laid.claim[mention.to]?.text;
  if (mention.role === 'agent' && next === 'nhận')
    return cited.some(each => each.role === 'recipient' && !laid.evidence.secondary.has(each));
  if (
    mention.role === 'agent' &&
    verb !== null &&
    laid.claim[verb]!.text === 'phối' &&
    cited.some(each => each.role === 'partner')
  )
    return true;
  const decides =
    mention.role === 'competent' ||
    ((mention.role === 'by' || mention.role === 'agent') &&
      verb !== null &&
      DECIDING.has(laid.claim[verb]!.text));
  if (decides && competent.length > 0 && !passive(laid, mention, verb)) {
    // “Thẩm quyền công nhận … thuộc về X”: only X decides.
    return cited.some(each => each.role === 'competent');
  }
  if (mention.role === 'agent') return acts(laid, mention, verb, cited);
  if (mention.role === 'named') return acts(laid, mention, verb ?? firstVerb(laid, mention), cited);
  if (mention.role === 'object' && isAnother(laid, mention)) return false;
  if (mention.role === 'object' || (mention.role === 'recipient' && !mention.proper)) {
    const done = verb !== null && passive(laid, mention, verb) && isDoneTo(laid, verb, cited);
    const acting = (): boolean =>
      mention.role === 'object' && verb !== null && acts(laid, mention, verb, cited);
    if (!done && !undergoes(laid, mention, cited) && !acting()) return false;
  }
  const roles = FITS[mention.role];
  if (!roles) return true;
  if (mention.role === 'by' && verb !== null) {
    if (doesItself(laid, verb, cited)) return true;
    const said = cited.some(each => each.role === 'by' || each.role === 'competent');
    const undergoing = cited.every(each => each.role === 'object');
    if (!said && (undergoing || !acts(laid, mention, verb, cited))) return false;
  }
  const forUnit = mention.role === 'recipient' && !mention.proper && before(laid, mention) === 'cho';
  const fitting = cited.filter(each => roles.includes(each.role));
  if (
    mention.role === 'recipient' &&
    fitting.length > 0 &&
    fitting.every(each => laid.evidence.secondary.has(each))
  ) {
    // Reported on by somebody else: the claim has to name that body too.
    const first = laid.evidence.mentions.filter(
      each => each.role === 'recipient' && !laid.evidence.secondary.has(each),
    );
    return laid.mentions.some(
      each => each.from < mention.from && first.some(one => sameBody(each, one, laid.known)),
    );
  }
  return forUnit || fitting.length > 0;
}

function before(
  { claim, mentions }: Pick<Laid, 'claim' | 'mentions'>,
  { from }: Mention,
): string | undefined {
  const listed = mentions.find(
    each => each.to < from && from - each.to <= 2 && /^(?:,|và|hoặc)$/u.test(claim[each.to]!.text),
  );
  if (listed) return before({ claim, mentions }, listed);
  for (let i = from - 1; i >= 0; i--) {
    const text = claim[i]!.text;
    if (!['các', 'những', 'một', 'số'].includes(text)) return text;
  }
  return undefined;
}
