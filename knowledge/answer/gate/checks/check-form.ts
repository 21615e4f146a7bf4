import type { Plan } from '../../../plan.ts';
import { canonical, fold } from '../../../vietnamese/fold.ts';
import type { Why } from '../claim.ts';
import type { Evidence } from '../evidence.ts';
import type { Token } from '../reading/token.ts';
import { tokensOf } from '../reading/tokens.ts';

const LONGEST = 400;
const FOREIGN =
  /https?:|www\.|\S@\S|[a-z0-9-]+\.(?:com|vn|net|org|io|info|gov|edu)(?![\p{L}])|[`<>{}[\]#*_|\\^~=+$€£@&]|\d{8,}|(?:\d[\s.-]?){9,}/iu;
const ALPHABET = /^[\p{Script=Latin}\p{M}\p{N}\p{Zs}.,;:()“”"‘’'%/\-–—?!…¹²³⁴⁵⁶⁷⁸⁹⁰]+$/u;

/** The same word thrice in a row, or three words twice (“đảng bộ bộ phận” has one twice). */
const THRICE =
  /(?<![\p{L}\p{M}])(?:([\p{L}\p{M}]+)\s+\1\s+\1|([\p{L}\p{M}]+ [\p{L}\p{M}]+ [\p{L}\p{M}]+),? (?:và |hoặc )?\2)(?![\p{L}\p{M}])/iu;

/** One sentence of plain Vietnamese text, not too long: no addresses, code, markup, foreign signs, hidden characters. */
export function checkForm(text: string): Why | null {
  const plain = text.trim();
  if (plain === '' || plain.length > LONGEST || /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\n\r]/u.test(plain)) return 'form';
  if (!ALPHABET.test(plain) || FOREIGN.test(plain) || /[?!]/.test(plain)) return 'form';
  if (THRICE.test(plain)) return 'form';
  return /\p{L}/u.test(plain) ? null : 'form';
}

const ADDRESSED =
  /(?<!\p{L})(?:(?:chi bộ|đảng bộ|đơn vị|đảng ủy|cấp ủy|tổ chức|cơ quan|trường hợp)\s+(?:này|đó|ấy|kia|của (?:đồng chí|bạn|anh|chị|quý|em|mình|tôi)|đồng chí|bạn|mình)|đồng chí|bạn|quý vị|anh|chị|em|tôi|chúng tôi|chúng ta|người hỏi)(?!\p{L})/u;

/** It speaks to somebody or of somebody's unit: no sentence of a plan does. */
export function checkAddressee(text: string, { own }: Evidence): Why | null {
  const there = canonical(own);
  const speaks = [...canonical(text).matchAll(new RegExp(ADDRESSED, 'gu'))].some(({ 0: said, index }) => {
    // “… phù hợp với đơn vị mình”, “…; cơ quan này tổng hợp” speak of whoever was named before.
    const several = / này$/u.test(said) && /(?:^| )các $/u.test(canonical(text).slice(0, index));
    const named =
      (/ (?:mình|đó|ấy)$/u.test(said) && index > 20) || several || /^(?:cơ quan|cấp) này$/u.test(said);
    return !named && !there.includes(said);
  });
  return speaks ? 'verdict' : null;
}

const QUOTED = /“([^”]*)”?|"([^"]*)"?|‘([^’]*)’?|«([^»]*)»?/gu;

/** What stands between marks of quotation stands so in the sentence, or is the name of the plan's model. */
export function checkQuotes(text: string, evidence: Evidence): Why | null {
  for (const match of text.matchAll(QUOTED)) {
    const words = tokensOf(match.slice(1).find(part => part !== undefined) ?? '').filter(isSaid);
    if (words.length === 0) return 'quote';
    const there = runIn(words, evidence.tokens.filter(isSaid));
    const name = words.at(-1)!.text.startsWith('môhình') && words.length <= 5;
    if (!there && !(name && runIn(words, planTokens(evidence)))) return 'quote';
  }
  return null;
}

const isSaid = (token: Token): boolean => token.kind !== 'stop';
const read = new WeakMap<Evidence['plan'], Token[]>();

function planTokens({ plan }: Evidence): Token[] {
  let tokens = read.get(plan);
  if (!tokens) {
    tokens = tokensOf(plan.text).filter(isSaid);
    read.set(plan, tokens);
  }
  return tokens;
}

function runIn(words: readonly Token[], tokens: readonly Token[]): boolean {
  return tokens.some((_, at) =>
    words.every((word, k) => tokens[at + k]?.kind === word.kind && tokens[at + k]?.text === word.text),
  );
}

const ADDRESS =
  /(?<!\p{L})(?:(?:tại|theo|ở)\s+)?(mục|khoản|điểm|điều|chương|phần|tiểu mục|gạch đầu dòng|phụ lục|tiết|chú thích)\s+(?:thứ\s+|số\s+)?((?:[ivx]+|\d+|[a-zđ])(?:\.\d+)*)(?![\p{L}\d])[,]?/giu;

/** The claim without the addresses of its own clause and the name of its own plan; null when it names another's. */
export function withoutAddress(text: string, { clause, plan, own }: Evidence): string | null {
  let foreign = false;
  const bare = text.replace(ADDRESS, (said, kind: string, label: string) => {
    const named = fold(`${kind} ${label}`);
    const known = [clause.address, own, ...clause.headings].some(place => holds(fold(place), named));
    const id = fold(clause.id);
    if (
      !known &&
      !(id === fold(label) || id.startsWith(`${fold(label)}.`) || id.startsWith(`${fold(label)} `))
    )
      foreign = true;
    return known && holds(fold(own), named) ? said : ' ';
  });
  if (foreign) return null;
  return withoutPlanName(bare, plan);
}

const NAMED = /^\s*(?:theo|căn cứ|tại|trong)\s+(?:bản\s+)?(?:kế hoạch|hướng dẫn|văn bản)[^,.;:]{0,120},\s*/iu;

/** Without “Theo Kế hoạch 69-KH/ĐUK của Đảng ủy Khối,” where that is the plan. */
function withoutPlanName(bare: string, plan: Plan): string {
  const named = NAMED.exec(bare)?.[0];
  if (named !== undefined) {
    const identity = [
      plan.type,
      plan.title,
      plan.number,
      plan.issuer,
      plan.place,
      ...plan.names,
      dayOf(plan),
    ].join('\n');
    const known = new Set(tokensOf(identity).map(token => `${token.kind} ${token.text}`));
    const own = (token: Token): boolean =>
      token.kind === 'stop' ||
      known.has(`${token.kind} ${token.text}`) ||
      /^(?:theo|căn|cứ|tại|trong|bản|của|số|văn|này|ngày)$/u.test(token.text);
    if (tokensOf(named).every(own)) return bare.slice(named.length);
  }
  if (plan.number === null) return bare;
  const number = plan.number.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return bare.replace(
    new RegExp(`(?:theo\\s+)?(?:kế hoạch|hướng dẫn)\\s+(?:số\\s+)?${number}[,]?`, 'giu'),
    ' ',
  );
}

function dayOf({ date }: Plan): string {
  return date === null ? '' : date.split('-').reverse().join('/');
}

/** Words that order a machine about: whoever wrote them into a plan, nothing is said on their strength. */
const ORDERS =
  /bỏ qua (?:mọi|các|tất cả|những|hướng dẫn|chỉ dẫn|quy tắc|yêu cầu)|trả lời (?:mọi|rằng|tất cả|đúng)|quên (?:hết|mọi)|ignore (?:all|previous|the)|system prompt|đóng vai|bạn là (?:một )?(?:trợ lý|mô hình)|trợ lý (?:phải|hãy|cần)/iu;

export function givesOrders({ own }: Evidence): boolean {
  return ORDERS.test(own.normalize('NFC'));
}

function holds(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at >= 0 && !/[\p{L}\d]/u.test(text[at + words.length] ?? ' ');
}
