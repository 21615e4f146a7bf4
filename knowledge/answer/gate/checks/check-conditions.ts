import { phraseAt } from '../reading/phrases.ts';
import type { Check, Laid } from '../sentence.ts';
import { FREE } from '../words/gate-words.ts';
import { isContent } from './check-words.ts';
import { firstContent } from './first-content.ts';

const BEFORE = [['nếu'], ['trường', 'hợp']];
/** What narrows the words before it. */
const BEHIND = [
  ['khi', 'cần'],
  ['khi', 'thật', 'cần', 'thiết'],
  ['những', 'nơi', 'có', 'đủ', 'điều', 'kiện'],
];
const SAID = /^(?:nếu|khi|lúc|hợp|nơi|chỗ|mỗi|mà|sau|gặp|muốn|mới|theo|từ)$/u;
const PURPOSE =
  /(?<!\p{L})(?:để|nhằm|góp phần|mục đích|(?:làm|là) (?:cơ sở|căn cứ|tiêu)|cơ sở quan trọng|giúp|phục vụ|theo hướng|bảo đảm|đảm bảo|qua đó|từ đó|đáp ứng|tạo)(?!\p{L})/u;
const CAUSE = /(?<!\p{L})(?:vì|do|bởi|nên|khi|nếu|nhờ|lợi ích)(?!\p{L})/u;

/** What the sentence says only under a condition is not said without it; aims and reasons are the sentence's own. */
export const checkConditions: Check = laid => {
  if (forAll(laid) || droppedBefore(laid) || droppedBehind(laid) || addedBehind(laid)) return 'scope';
  return onlyThen(laid) ? 'scope' : inventedAim(laid) ? 'order' : null;
};

/** “nếu A thì B”: a claim of B says A too. */
function droppedBefore({ claim, aligned, evidence }: Laid): boolean {
  const { tokens, parts } = evidence;
  return tokens.some((_, at) => {
    if (parts[at] !== 'own' || phraseAt(tokens, at, BEFORE) === 0) return false;
    const i = tokens.findIndex((each, k) => k > at && /^(?:thì|;|\.)$/u.test(each.text));
    if (tokens[i]?.text !== 'thì') return false;
    const condition = Array.from({ length: i - at - 1 }, (_, k) => at + 1 + k);
    const end = tokens.findIndex((each, k) => k > i && each.text === ';');
    const behind = (place: number): boolean => place >= i && (end < 0 || place < end);
    const said = claim.flatMap((_, k) => (isContent(claim, aligned, k) ? [aligned[k]!] : []));
    const uses = said.filter(
      places => places.some(behind) && places.every(place => behind(place) || parts[place] !== 'own'),
    );
    return uses.length >= 3 && !said.some(places => places.some(place => condition.includes(place)));
  });
}

/** “họp bất thường khi cần”: a claim of the former says when. */
function droppedBehind({ claim, aligned, evidence }: Laid): boolean {
  const { tokens, parts } = evidence;
  if (claim.some(token => SAID.test(token.text))) return false;
  return tokens.some((_, at) => {
    if (parts[at] !== 'own' || phraseAt(tokens, at, BEHIND) === 0) return false;
    const before: number[] = [];
    for (let i = at - 1; i >= 0 && before.length < 2 && tokens[i]!.kind !== 'stop'; i--) {
      if (tokens[i]!.kind === 'word' && !FREE.has(tokens[i]!.text)) before.push(i);
    }
    return before.every(place => claim.some((_, k) => aligned[k]?.includes(place)));
  });
}

/** “nếu không …” of a sentence that has none; “khi …” and nothing that the sentence says. */
function addedBehind({ claim, aligned, evidence, mentions }: Laid): boolean {
  return claim.some((token, i) => {
    if (token.text !== 'khi' && token.text !== 'nếu') return false;
    const next = claim[i + 1]?.text ?? '';
    const there = (evidence.places.get(token.text) ?? []).some(
      place => evidence.tokens[place + 1]?.text === next,
    );
    if (there || next === 'đó') return false;
    if (token.text === 'nếu' && next === 'không') return true;
    // “Khi A, B” ends at a comma; elsewhere a list may follow.
    const listed = (k: number): boolean =>
      mentions.some(one => one.to === k) && mentions.some(one => one.from === k + 1);
    const stop = claim.findIndex(
      (each, k) => k > i && each.kind === 'stop' && (each.text !== ',' || (i < 3 && !listed(k))),
    );
    const end = stop < 0 ? claim.length : stop;
    return !claim.slice(i + 1, end).some((each, k) => {
      const at = i + 1 + k;
      const named = mentions.some(({ from, to }) => from <= at && at < to);
      const own = (aligned[at] ?? []).some(place => evidence.parts[place] === 'own');
      return each.kind !== 'word' || (!named && own && isContent(claim, aligned, at));
    });
  });
}

/** “… đều được …” of those for whom the sentence sets a condition. */
function forAll({ claim, evidence }: Laid): boolean {
  return (
    claim.some(token => token.text === 'đều') &&
    !/(?<!\p{L})đều(?!\p{L})/iu.test(evidence.own) &&
    /^\s*(?:[-+*•]\s*)?đối với (?:những|các) [^.;:]+ thì /iu.test(evidence.own)
  );
}

/** “A thì mới được B” where the sentence sets no condition. */
function onlyThen({ claim, evidence }: Laid): boolean {
  const says = claim.some(
    (token, i) => token.text === 'mới' && /^(?:được|có|phải)$/u.test(claim[i + 1]?.text ?? ''),
  );
  const set = /(?<!\p{L})(?:khi|nếu|mới|thì|điều kiện|trước|sau|phải có|đạt)(?!\p{L})/u;
  return says && !set.test(`${evidence.own} ${evidence.head}`.toLowerCase());
}

/** “… để …”, “… vì …” where the sentence has no aim or reason at all. */
function inventedAim({ claim, aligned, evidence, mentions }: Laid): boolean {
  const whole = `${evidence.own} ${evidence.head}`.toLowerCase().normalize('NFC');
  /** What stands on both sides stands so close together in the sentence, too. */
  const goesOn = (i: number): boolean => {
    const next = firstContent(claim, aligned, i);
    const last = claim.findLastIndex((_, k) => k < i && isContent(claim, aligned, k));
    if (next === null || last < 0) return false;
    return aligned[next]!.some(place => aligned[last]!.some(other => place > other && place - other <= 6));
  };
  /** “Để đạt … thì phải …” of what the heading names. */
  const headed = (): boolean => {
    const end = claim.findIndex(
      (token, k) => k > 0 && (token.kind === 'stop' || /^(?:thì|phải|cần)$/u.test(token.text)),
    );
    const asks = claim.some(token => /^(?:thì|phải|cần|không)$/u.test(token.text));
    return (
      asks &&
      claim
        .slice(0, Math.max(0, end))
        .every(
          (_, k) =>
            !isContent(claim, aligned, k) || aligned[k]!.some(place => evidence.parts[place] === 'head'),
        )
    );
  };
  return claim.some((token, i) => {
    const again = /^(?:nữa|khác)$/u.test(claim[i - 1]?.text ?? '') ? 2 : 1;
    const [last, next] = [claim[i - again]?.text ?? '', claim[i + 1]?.text ?? ''];
    if (token.text === 'nhằm' || token.text === 'để') {
      const other =
        /^(?:hạn|cuối|chót|gian|kiện|không)$/u.test(last) || /^(?:xảy|lại|đạt|đến|được)$/u.test(next);
      // “Căn cứ để đánh giá”; “ban hành để thực hiện” of what begins with “Thực hiện …”.
      const based = /^(?:cứ|sở)$/u.test(last) && (aligned[i - 1]?.length ?? 0) > 0;
      const basis = next === 'thực' && /^\s*(?:để )?thực hiện| về thực hiện /iu.test(evidence.own);
      return !other && !based && !basis && !(i === 0 && headed()) && !PURPOSE.test(whole) && !goesOn(i);
    }
    if (/^(?:đó|vậy|thế)$/u.test(next)) return false;
    if (token.text === 'vì' || token.text === 'bởi') return !CAUSE.test(whole);
    if (token.text !== 'do') return false;
    return !mentions.some(each => each.from > i && each.from <= i + 4) && !CAUSE.test(whole);
  });
}
