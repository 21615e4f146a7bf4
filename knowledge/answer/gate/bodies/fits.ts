import type { Laid } from '../sentence.ts';
import { acts, passive } from './acting.ts';
import { doesItself, isPatient, listedAlike, wordBefore } from './around.ts';
import { sameBody } from './bodies.ts';
import type { Mention, Role } from './mention.ts';
import { follows, mayNotHave } from './said-otherwise.ts';
import { isAnother, isDoneTo, undergoes } from './undergoing.ts';
import { firstVerb, verbAfter } from './verbs.ts';

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

/** Whether a body is in the sentence what the claim makes of it; `cited`: where the sentence names it. */
export function fits(laid: Laid, mention: Mention, cited: readonly Mention[]): boolean {
  if (mention.role === 'agent' && listedAlike(laid, mention, cited)) return true;
  const told = mention.role === 'agent' ? follows(laid, mention, cited) : null;
  if (told !== null) return told;
  if (mention.role === 'agent' && mayNotHave(laid, mention, cited)) return true;
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
      mention.role === 'object' &&
      !isPatient(laid, mention) &&
      verb !== null &&
      acts(laid, mention, verb, cited);
    if (!done && !undergoes(laid, mention, cited) && !acting()) return false;
  }
  const roles = FITS[mention.role];
  if (!roles) return true;
  if (mention.role === 'by' && verb !== null) {
    if (doesItself(laid, verb, cited)) return true;
    const said = cited.some(each => each.role === 'by' || each.role === 'competent');
    const undergoing = cited.every(each => each.role === 'object');
    // “được A xếp loại” of “A được … xếp loại” turns it around.
    const done = (each: Mention): boolean => isDone(evidence, each.to);
    const own = cited.filter(each => evidence.parts[each.from] === 'own' && each.role === 'agent');
    if (!said && own.length > 0 && own.every(done)) return false;
    const next = (each: Mention): string | undefined => evidence.tokens[each.to]?.text;
    // “báo cáo Ban Thường vụ xem xét”, “báo cáo Ban Tổ chức để tổng hợp”: who gets it does something with it.
    if (!said && cited.some(each => each.role === 'recipient' && next(each) === laid.claim[verb]!.text))
      return true;
    if (!said && (undergoing || !acts(laid, mention, verb, cited))) return false;
    if (!said && cited.some(each => each.role === 'recipient' && next(each) === 'để')) return true;
  }
  const forUnit = mention.role === 'recipient' && !mention.proper && wordBefore(laid, mention) === 'cho';
  // “xử lý trách nhiệm đối với X” is done to X.
  const undergone = (each: Mention): boolean =>
    mention.role === 'by' &&
    each.role === 'topic' &&
    evidence.parts[each.from] !== 'head' &&
    !/^[,:;.]$|^thì$/u.test(evidence.tokens[each.to]?.text ?? '.');
  const fitting = cited.filter(each => roles.includes(each.role) && !undergone(each));
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

/** “đảng bộ xã, thị trấn; chi bộ … đều được”: behind a body, and those listed with it, something is done to them. */
function isDone({ tokens, mentions }: Laid['evidence'], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 25); i++) {
    const { text } = tokens[i]!;
    if (/^(?:được|bị)$/u.test(text)) return true;
    const listed =
      /^(?:,|;|và|các|đều|xã|thị|trấn|phường|phòng|ban|đơn|vị|cơ|quan|sở|trong|thuộc|của|tại)$/u.test(text);
    if (!listed && !mentions.some(each => each.from <= i && i < each.to)) return false;
  }
  return false;
}
