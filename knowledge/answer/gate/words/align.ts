import { mentionsIn } from '../bodies/bodies.ts';
import type { Evidence } from '../evidence.ts';
import { phraseAt } from '../reading/phrases.ts';
import type { Token } from '../reading/token.ts';
import { tokensOf } from '../reading/tokens.ts';
import { FRAMES, FREE, MEANINGS_FROM } from './gate-words.ts';

/** For each token of a claim: the places of the evidence it stands on; null: it needs none; empty: it stands nowhere. */
export type Alignment = readonly (readonly number[] | null)[];

/** The places where the very words of a claim stand in its evidence. */
export function samePlaces(token: Token, evidence: Evidence): readonly number[] {
  return token.kind === 'word' ? (evidence.places.get(token.text) ?? []) : [];
}

/** “hằng tháng” and “mỗi tháng một lần” say the same, unless the sentence counts other times. */
function oftenPlaces(text: string, { places, tokens }: Evidence): readonly number[] {
  if (text.startsWith('1-')) {
    const counted = (at: number): boolean =>
      tokens
        .slice(at, at + 3)
        .some((token, k) => token.kind === 'number' && tokens[at + k + 1]?.text === 'lần');
    return [...(places.get(text) ?? []), ...(places.get(text.slice(2)) ?? []).filter(at => !counted(at))];
  }
  return [...(places.get(text) ?? []), ...(places.get(`1-${text}`) ?? [])];
}

/** Lays the words of a claim on the words of its evidence, the same ones or ones that say the same. */
export function align(claim: readonly Token[], evidence: Evidence): Alignment {
  const bodies = new Set(
    mentionsIn(claim).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k)),
  );
  const named = (at: number): boolean => evidence.mentions.some(({ from, to }) => from <= at && at < to + 2);
  // “tổ chức” is not said by “Ban Tổ chức”.
  const inName = (at: number): boolean =>
    evidence.mentions.some(({ from, to, proper }) => proper && from <= at && at < to);
  const places = (i: number): number[] =>
    wordPlaces(claim[i]!.text, evidence).filter(
      at => bodies.has(i) || (!inName(at) && (evidence.parts[at] !== 'before' || named(at))),
    );
  const aligned: (readonly number[] | null)[] = claim.map((token, i) =>
    token.kind === 'word' ? places(i) : null,
  );
  for (const [from, length, at] of meanings(claim, evidence)) {
    for (let k = 0; k < length; k++) {
      const own = aligned[from + k]!;
      aligned[from + k] = [...new Set([...(own ?? []), ...at])];
    }
  }
  const ofPlace = placeNames(evidence);
  // “Kế hoạch …”, “theo Hướng dẫn …”: the plan itself.
  const type = evidence.plan.type.toLowerCase().split(' ');
  const isType = (i: number): boolean => {
    const from = claim[i]!.text === type[0] ? i : i - 1;
    const before = claim[from - 1]?.text;
    return (
      type.every((word, k) => claim[from + k]?.text === word) &&
      (from === 0 || before === 'theo' || before === 'của' || before === 'trong')
    );
  };
  claim.forEach((token, i) => {
    if (token.kind !== 'word' || aligned[i]!.length > 0) return;
    const counted = /^(?:đủ|đạt|bằng|chiếm)$/u.test(token.text) && claim[i + 1]?.kind === 'number';
    // “Mô hình ba tốt” for “mô hình” of a plan that is about it.
    const model =
      token.text.startsWith('môhình') && evidence.places.has('mô') && modelsOf(evidence.plan).has(token.text);
    const opens = i === 0 && token.text === 'riêng';
    if (model || counted || opens || FREE.has(token.text) || ofPlace.has(token.text) || isType(i))
      aligned[i] = null;
  });
  const ends = new Set(mentionsIn(claim).map(({ to }) => to));
  claim.forEach((_, i) => {
    // Behind a body such a word says which: “chi bộ cơ quan”.
    const which = ends.has(i) || /^(?:ở|tại|trong|khối)$/u.test(claim[i - 1]?.text ?? '');
    if (which && phraseAt(claim, i, KINDS) > 0) return;
    const length = phraseAt(claim, i, FRAMES);
    for (let k = 0; k < length; k++) if (aligned[i + k]?.length === 0) aligned[i + k] = null;
  });
  return aligned;
}

const KINDS = [['cơ', 'quan'], ['đơn', 'vị'], ['cấp']];

function wordPlaces(text: string, evidence: Evidence): readonly number[] {
  return /^(?:1-)?hằng-/u.test(text) ? oftenPlaces(text, evidence) : (evidence.places.get(text) ?? []);
}

/** Phrases of the claim with one of the same meaning in the evidence: where, how long, and the places they stand on. */
export function meanings(claim: readonly Token[], evidence: Evidence): [number, number, number[]][] {
  const found: [number, number, number[]][] = [];
  claim.forEach((token, i) => {
    if (token.kind !== 'word') return;
    for (const { said, stands } of MEANINGS_FROM.get(token.text) ?? []) {
      const length = phraseAt(claim, i, said);
      if (length === 0) continue;
      const at = placesOfAny(stands, evidence);
      if (at.length > 0) found.push([i, length, at]);
    }
  });
  return found;
}

const known = new WeakMap<Evidence, Map<readonly (readonly string[])[], number[]>>();

function placesOfAny(line: readonly (readonly string[])[], evidence: Evidence): number[] {
  let lines = known.get(evidence);
  if (!lines) {
    lines = new Map();
    known.set(evidence, lines);
  }
  let at = lines.get(line);
  if (!at) {
    at = line.flatMap(phrase =>
      (evidence.places.get(phrase[0]!) ?? [])
        .filter(place => evidence.parts[place] !== 'before')
        .filter(place => phraseAt(evidence.tokens, place, [phrase]) > 0)
        .flatMap(place => phrase.map((_, k) => place + k)),
    );
    lines.set(line, at);
  }
  return at;
}

const models = new WeakMap<Evidence['plan'], ReadonlySet<string>>();

/** The models that a plan's title names. */
function modelsOf(plan: Evidence['plan']): ReadonlySet<string> {
  let named = models.get(plan);
  if (!named) {
    named = new Set(tokensOf(plan.title).map(token => token.text));
    models.set(plan, named);
  }
  return named;
}

/** The syllables of the plan's place: “Huyện ủy Cần Đước” is the Huyện ủy of the plan. */
function placeNames({ plan }: Evidence): Set<string> {
  // “huyện phấn đấu …” of a plan of a Huyện ủy.
  const level = /(?:huyện|tỉnh)(?= ủy)/u.exec((plan.issuer ?? '').toLowerCase().normalize('NFC'))?.[0];
  return new Set(
    [...(plan.place ?? '').toLowerCase().split(/\s+/), ...(level ? [level] : [])].filter(Boolean),
  );
}
