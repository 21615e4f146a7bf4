import type { Evidence } from '../evidence.ts';
import type { Check, Laid } from '../sentence.ts';
import { FREE } from '../words/gate-words.ts';

/** The share of a claim that stands in the cited sentence itself, not in what stands over it. */
const OWN = 0.5;
/** Words of a sentence that says one thing. */
const BRIEF = 14;
/** Light words to those that say something: at most. */
const LIGHTER = 0.6;
/** Words that every sentence of a plan has. */
const LIGHT = new Set(['mô', 'hình', 'thực', 'hiện', 'kế', 'hoạch', 'không']);

/** Every word says something that the cited sentence says, and most of them stand in the sentence itself. */
export const checkWords: Check = ({ claim, aligned, evidence, mentions, freed }) => {
  if (aligned.some(places => places?.length === 0)) return 'words';
  const content = claim.flatMap((token, i) =>
    isContent(claim, aligned, i) && token.kind === 'word' ? [i] : [],
  );
  const figures = claim.filter(token => token.kind !== 'word' && token.kind !== 'stop').length;
  if (content.length + 2 * figures < 3) return 'words';
  const own = content.filter(i => aligned[i]!.some(place => evidence.parts[place] === 'own'));
  const said = own.filter(
    i => !LIGHT.has(claim[i]!.text) && !mentions.some(each => each.from <= i && i < each.to),
  );
  // “Phạm vi thực hiện mô hình trong toàn đảng bộ huyện”: a sentence of little else.
  const brief = evidence.parts.filter(part => part === 'own').length <= BRIEF;
  if (said.length + figures === 0 && mentions.length < (brief ? 1 : 2)) return 'words';
  const very = said.filter(i =>
    (evidence.places.get(claim[i]!.text) ?? []).some(place => evidence.parts[place] === 'own'),
  );
  const named = mentions.filter(({ proper }) => proper).length;
  if (!brief && figures === 0 && said.length > 0 && very.length === 0 && named < 2) return 'words';
  if (freed.size > LIGHTER * (said.length + 2 * mentions.length + 3 * figures)) return 'words';
  if (figures === 0 && said.length + mentions.length < 3 && longSentence(evidence)) return 'words';
  return own.length + 2 * figures >= OWN * (content.length + 2 * figures) ? null : 'words';
};

/** How many words of the claim stand in the cited sentence and tell a fact: no body, nothing light. */
export function toldWords({ claim, aligned, evidence, mentions, light }: Laid): number {
  return claim.filter((token, i) => {
    if (token.kind !== 'word' || light.has(i) || !isContent(claim, aligned, i)) return false;
    // “Hướng dẫn số 03” is a figure.
    if (claim.slice(i + 1, i + 4).some(each => each.kind === 'document')) return false;
    const own = aligned[i]!.some(place => evidence.parts[place] === 'own');
    return own && !mentions.some(each => each.from <= i && i < each.to);
  }).length;
}

/** The same with its figures, which are three words each. */
export function told(laid: Laid): number {
  const figures = laid.claim.filter(({ kind }) => kind !== 'word' && kind !== 'stop').length;
  return toldWords(laid) + 3 * figures;
}

/** Two words of a long sentence say too little to be held against it. */
function longSentence({ parts }: Evidence): boolean {
  return parts.filter(part => part === 'own').length > 40;
}

/** A word that carries meaning here: it stands on the evidence and is not one that may be added freely. */
export function isContent(claim: Laid['claim'], aligned: Laid['aligned'], i: number): boolean {
  const token = claim[i];
  return token?.kind === 'word' && aligned[i] !== null && !FREE.has(token.text);
}

/** What compares must stand beside the same words. */
const COMPARING = new Set([
  'bằng',
  'hơn',
  'kém',
  'cao',
  'thấp',
  'nhiều',
  'ít',
  'tăng',
  'giảm',
  'trước',
  'sau',
  'trong',
  'ngoài',
]);
/** Of the words of meaning, how many may stand beside others than in the sentence. */
const LOOSE = 0.08;

/**
 * Words that stand together in the claim stand together in the evidence: a syllable is held by its neighbour on one
 * side at least, so that “cán bộ” and “bộ phận” do not make a “cán phận”.
 */
export const checkOrder: Check = ({ claim, aligned, evidence, light }) => {
  const near = (i: number, j: number): boolean => {
    const [a, b] = [aligned[i], aligned[j]];
    const most = Math.abs(i - j) + 1;
    return !!a && !!b && a.some(p => b.some(q => Math.abs(q - p) <= most));
  };
  /** A word of comparison beside the same neighbour. */
  const compares = (i: number): boolean =>
    (aligned[i] ?? []).some(place =>
      [i - 1, i + 1, i + 2].some(j => {
        const text = claim[j]?.text;
        return [-2, -1, 1, 2].some(
          step => evidence.tokens[place + step]?.text === text || aligned[j]?.includes(place + step),
        );
      }),
    );
  /** “sau khi A …, phát hiện B” of “A, nhưng sau đó phát hiện B”. */
  const afterThat = (i: number): boolean => {
    if (claim[i]!.text !== 'sau') return false;
    const next = claim.findIndex((_, k) => k > i && isContent(claim, aligned, k));
    return (evidence.places.get('sau') ?? []).some(
      place =>
        evidence.tokens[place + 1]?.text === 'đó' &&
        (aligned[next] ?? []).some(at => at < place && place - at < 20) &&
        claim.some((token, k) => k > next && token.text === evidence.tokens[place + 2]?.text),
    );
  };
  let loose = 0;
  let content = 0;
  claim.forEach((_, i) => {
    if (!isContent(claim, aligned, i) || claim[i]!.text.startsWith('môhình')) return;
    if (COMPARING.has(claim[i]!.text) && !compares(i) && !afterThat(i)) loose += claim.length;
    content++;
    const alone = !isContent(claim, aligned, i - 1) && !isContent(claim, aligned, i + 1);
    if (alone || light.has(i)) return;
    // “gửi cho đại biểu”: a word that joins may stand between.
    if ([i - 2, i - 1, i + 1, i + 2].some(j => isContent(claim, aligned, j) && near(i, j))) return;
    loose++;
  });
  return loose > Math.max(1, content * LOOSE) ? 'order' : null;
};
