import { isContent } from '../checks/check-words.ts';
import type { Check, Laid } from '../sentence.ts';
import { acts, firstVerb, passive, verbAfter } from './acting.ts';
import type { Mention } from './bodies.ts';
import { sameBody } from './bodies.ts';
import { definesRightly } from './defined.ts';
import type { Role } from './roles.ts';
import { isAnother, isDoneTo, undergoes } from './undergoing.ts';

const FITS: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  recipient: ['recipient'],
  via: ['via'],
  partner: ['partner', 'agent', 'topic'],
  assisted: ['assisted'],
  parent: ['parent', 'owner'],
  owner: ['owner', 'competent', 'parent', 'agent', 'by', 'topic', 'object', 'model'],
  by: ['by', 'competent', 'agent', 'topic'],
  competent: ['competent', 'by', 'agent'],
};

const DECIDING = new Set(['xét', 'công', 'nhận', 'thẩm', 'quyền', 'duyệt', 'quyết', 'định']);

/** Every body stands in the sentence, and does or receives there what the claim says of it. */
export const checkBodies: Check = laid => {
  const { mentions, evidence, known } = laid;
  const defines = definesRightly(laid);
  if (defines !== null) return defines ? null : 'role';
  for (const mention of mentions) {
    if (mention.role === 'model') {
      if (!namesModel(laid, mention)) return 'body';
      continue;
    }
    // The heading “Tiêu chí mô hình “chi bộ bốn tốt”” says whom the criteria are for; elsewhere a model is no body.
    const cited = evidence.mentions.filter(
      each =>
        sameBody(mention, each, known) &&
        (each.role !== 'model' || evidence.parts[each.from] === 'head') &&
        (evidence.parts[each.from] !== 'before' || DOERS.includes(each.role)),
    );
    if (cited.length === 0 && meantByAll(laid, mention)) continue;
    if (cited.length === 0) return 'body';
    if (!fits(laid, mention, cited) || ownedByAnother(laid, mention)) return 'role';
  }
  if (repeats(laid)) return 'body';
  return sameTopic(laid) ? null : 'role';
};

/** Of what goes before the cited sentence in its clause: who it is all about. */
const DOERS: readonly Role[] = ['agent', 'topic', 'by', 'competent'];
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
  // “các chi, chi bộ”
  if (
    mentions.some(
      ({ from, name }) =>
        name.startsWith('chi ') && claim[from - 1]?.text === ',' && claim[from - 2]?.text === 'chi',
    )
  )
    return true;
  return mentions.some((one, i) =>
    mentions.slice(i + 1).some(other => {
      const short = one.name.split(' ').length > 2 && other.name.startsWith(`${one.name} `);
      const same = one.name === other.name || short;
      if (!one.proper || !same) return false;
      const between = claim.slice(one.to, other.from);
      const reports = one.role === 'recipient' && other.role === 'recipient';
      if (reports && between.some(token => /^(?:để|rồi)$/u.test(token.text))) return true;
      const listed = other.from - one.to <= 2 && /^(?:,|và|hoặc)$/u.test(claim[one.to]!.text);
      return (
        listed ||
        ((one.role === 'agent' || one.role === 'by') &&
          ['recipient', 'assisted', 'partner', 'via'].includes(other.role))
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

/** What is done stands right behind the body in the sentence: “nhiệm vụ Huyện ủy giao”. */
function doesItself({ aligned, evidence }: Laid, verb: number, cited: readonly Mention[]): boolean {
  return cited.some(({ from, to, role }) => {
    if (evidence.parts[from] !== 'own' || !['object', 'agent', 'by'].includes(role)) return false;
    const next = evidence.mentions.find(each => each.from >= to && each.from - to <= 1);
    return aligned[verb]!.includes(to) || (next !== undefined && aligned[verb]!.includes(next.to));
  });
}

/** “báo cáo năm 2024 của Ban Tổ chức” where the sentence says of whom it is behind the same word. */
function ownedByAnother({ claim, aligned, evidence, known }: Laid, mention: Mention): boolean {
  // “của chi, đảng ủy”
  const from = claim[mention.from - 2]?.text === 'chi' ? mention.from - 2 : mention.from;
  if (mention.role !== 'owner' || claim[from - 1]?.text !== 'của') return false;
  const [at, token] = [from - 2, claim[from - 2]];
  if (!token || token.kind === 'stop') return false;
  const owners = evidence.mentions.filter(each => {
    const before = evidence.tokens[each.from - 2];
    const alike = before?.text === token.text || aligned[at]?.includes(each.from - 2);
    return each.role === 'owner' && evidence.tokens[each.from - 1]?.text === 'của' && alike;
  });
  const listed = evidence.mentions.filter(each =>
    owners.some(owner => each.from > owner.to && each.from - owner.to <= 4 && each.role === 'owner'),
  );
  return owners.length > 0 && ![...owners, ...listed].some(each => sameBody(mention, each, known));
}

/** “kỷ luật nhà nước và đoàn thể”: listed behind the same word as in the sentence. */
function listedAlike(
  { claim, aligned, evidence }: Laid,
  { from }: Mention,
  cited: readonly Mention[],
): boolean {
  if (!/^(?:,|và|hoặc)$/u.test(claim[from - 1]?.text ?? '')) return false;
  // “các chi, đảng ủy” is one list of bodies.
  if (!isContent(claim, aligned, from - 2) || claim[from - 2]!.text === 'chi') return false;
  const joined = (at: number): boolean => /^(?:,|và|hoặc)$/u.test(evidence.tokens[at]?.text ?? '');
  const named = (at: number): boolean => evidence.mentions.some(each => each.from <= at && at < each.to);
  return cited.some(
    each => joined(each.from - 1) && !named(each.from - 2) && aligned[from - 2]!.includes(each.from - 2),
  );
}

function fits(laid: Laid, mention: Mention, cited: readonly Mention[]): boolean {
  if (mention.role === 'agent' && listedAlike(laid, mention, cited)) return true;
  const competent = laid.evidence.mentions.filter(each => each.role === 'competent');
  const { evidence } = laid;
  const verb = verbAfter(laid, mention);
  const next = laid.claim[mention.to]?.text;
  const receives = laid.claim
    .slice(mention.to, mention.to + 5)
    .map(token => token.text)
    .join(' ');
  if (
    mention.role === 'agent' &&
    (next === 'nhận' || /^là (?:nơi|bên|đầu mối) (?:tiếp )?nhận/u.test(receives))
  )
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
      mention.role === 'object' && !isPatient(laid, mention) && verb !== null && acts(laid, mention, verb, cited);
    if (!done && !undergoes(laid, mention, cited) && !acting()) return false;
  }
  const roles = FITS[mention.role];
  if (!roles) return true;
  if (mention.role === 'by' && verb !== null) {
    if (doesItself(laid, verb, cited)) return true;
    const said = cited.some(each => each.role === 'by' || each.role === 'competent');
    const undergoing = cited.every(each => each.role === 'object');
    // “được A xếp loại” of “A được … xếp loại” turns it around.
    const done = (each: Mention): boolean => /^(?:được|bị)$/u.test(evidence.tokens[each.to]?.text ?? '');
    const own = cited.filter(each => evidence.parts[each.from] === 'own');
    if (!said && own.length > 0 && own.every(done)) return false;
    if (!said && (undergoing || !acts(laid, mention, verb, cited))) return false;
    // “báo cáo Ban Tổ chức để tổng hợp”: who gets it does something with it.
    const next = (each: Mention): string | undefined => evidence.tokens[each.to]?.text;
    if (!said && cited.some(each => each.role === 'recipient' && next(each) === 'để')) return true;
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

/** Right behind what is done: “giám sát các ban”. */
function isPatient({ claim, aligned, mentions }: Laid, { from, proper }: Mention): boolean {
  const at = /^(?:các|những)$/u.test(claim[from - 1]?.text ?? '') ? from - 2 : from - 1;
  return proper && isContent(claim, aligned, at) && !mentions.some(each => each.from <= at && at < each.to);
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
