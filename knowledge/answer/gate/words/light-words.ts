import type { Evidence } from '../evidence.ts';
import { phraseAt } from '../reading/phrases.ts';
import type { Token } from '../reading/token.ts';
import type { Alignment } from './align.ts';
import { FREE, LIGHT } from './gate-words.ts';

/** Places of a claim that tell no fact of their own (`light-words.yaml`), wherever they stand. */
export function lightIn(claim: readonly Token[]): Set<number> {
  const light = new Set<number>();
  claim.forEach((_, i) => {
    const length = phraseAt(claim, i, LIGHT, false);
    for (let k = 0; k < length; k++) light.add(i + k);
  });
  return light;
}

/** “tự đánh giá” of a sentence in which a branch does so for the branch. */
export function doneForItself({ own }: Evidence): boolean {
  return /(?<!\p{L})đối với (chi bộ|đảng bộ|đảng ủy|cấp ủy|tổ chức đảng)(?: thì|,|:)? \1(?!\p{L})/iu.test(
    own,
  );
}

/** Those of them that stand nowhere and are let go: a run of strays that is made of light words alone, never a part. */
export function freedOf(light: ReadonlySet<number>, aligned: Alignment): Set<number> {
  const stray = (i: number): boolean => aligned[i]?.length === 0;
  const freed = new Set<number>();
  for (let i = 0; i < aligned.length; i++) {
    if (!stray(i)) continue;
    const run = [i];
    while (stray(i + 1)) run.push(++i);
    if (run.every(at => light.has(at))) for (const at of run) freed.add(at);
  }
  return freed;
}

/** “chỉ họp đột xuất khi …” of a sentence that says “họp đột xuất khi …”. */
export function onlyWhen(claim: readonly Token[], at: number, evidence: Evidence): boolean {
  if (claim[at]?.text !== 'chỉ') return false;
  const stop = claim.findIndex((token, i) => i > at && token.kind === 'stop');
  const when = claim.findIndex((token, i) => i > at && token.text === 'khi');
  if (when < 0 || when > at + 7 || (stop >= 0 && stop < when)) return false;
  return (evidence.places.get('khi') ?? []).some(
    place =>
      evidence.parts[place] === 'own' &&
      evidence.tokens[place + 1]?.text === claim[when + 1]?.text &&
      // What is done only then stands right before “khi”: behind “chỉ” or, “họp đột xuất chỉ tổ chức khi …”, before it.
      [claim.slice(at + 1, when), at < 2 ? [claim[at]!] : claim.slice(at - 2, at)].some(done =>
        done.every(token => [1, 2, 3, 4, 5].some(k => evidence.tokens[place - k]?.text === token.text)),
      ),
  );
}

const STEPS = [
  ['báo', 'cáo'],
  ['xem', 'xét'],
];

/** “sau khi khảo sát …, báo cáo …” of a sentence that says “Khảo sát …, báo cáo …”: its steps in their turn. */
export function inTurn(claim: readonly Token[], at: number, evidence: Evidence): boolean {
  if (claim[at]?.text !== 'sau' || evidence.places.has('sau')) return false;
  const own = evidence.tokens.flatMap((_, i) => (evidence.parts[i] === 'own' ? [i] : []));
  const then = claim[at + 1]?.text === 'đó';
  const stop = claim.findIndex((token, i) => i > at && (token.kind === 'stop' || token.text === 'thì'));
  const end = stop < 0 ? claim.length : stop;
  const first = then ? claim.slice(0, at) : claim.slice(at + 1, end);
  const rest = then ? claim.slice(at + 2) : [...claim.slice(0, at), ...claim.slice(end)];
  const words = first.filter(({ kind, text }) => kind === 'word' && !FREE.has(text));
  // The first step is what the sentence begins with.
  const begins = words.some(({ text }) => own.slice(0, 4).some(i => evidence.tokens[i]!.text === text));
  return (
    begins &&
    own.some(
      place =>
        phraseAt(evidence.tokens, place, STEPS) > 0 &&
        rest.some(
          ({ text }, i) =>
            text === evidence.tokens[place]!.text && rest[i + 1]?.text === evidence.tokens[place + 1]!.text,
        ) &&
        words.every(({ text }) => own.some(i => i < place && evidence.tokens[i]!.text === text)),
    )
  );
}
