import type { Check } from '../sentence.ts';
import { placesOf } from '../sentence.ts';
import { meanings } from '../words/align.ts';
import { OPPOSITES, WHOLE } from '../words/gate-words.ts';
import { firstContent } from './first-content.ts';

/** Words that weigh stand whole: “tổng kết” is not made of “tổng hợp” and “sơ kết”. */
export const checkWhole: Check = ({ claim, evidence }) => {
  const said = placesOf(claim, WHOLE);
  if (said.length === 0) return null;
  const meant = meanings(claim, evidence);
  const stands = said.every(({ at, length }) => {
    const words = claim.slice(at, at + length).map(token => token.text);
    const whole = (evidence.places.get(words[0]!) ?? []).some(place =>
      words.every((word, k) => evidence.tokens[place + k]?.text === word),
    );
    return whole || meant.some(([from, many]) => from <= at && at + length <= from + many);
  });
  return stands ? null : 'words';
};

/** “họp thường lệ mỗi tháng, họp bất thường khi cần”: what follows a word is not what follows its opposite. */
export const checkOpposites: Check = ({ claim, aligned, evidence }) => {
  for (const [one, other] of OPPOSITES) {
    const there = [one, other].map(side => placesOf(evidence.tokens, side).map(({ at }) => at));
    if (there.some(places => places.length === 0)) continue;
    for (const [k, side] of [one, other].entries()) {
      for (const { at, length } of placesOf(claim, side)) {
        const next = firstContent(claim, aligned, at + length - 1) ?? figureAfter(at + length);
        const last = (place: number, list: readonly number[]): number =>
          list.findLast(each => each < place) ?? -1;
        const places =
          next === null
            ? []
            : claim[next]!.kind === 'word'
              ? aligned[next]!
              : evidence.tokens.flatMap((token, i) => (token.text === claim[next]!.text ? [i] : []));
        const own = places.filter(place => evidence.parts[place] === 'own');
        if (own.length > 0 && own.every(place => last(place, there[1 - k]!) > last(place, there[k]!)))
          return 'order';
      }
    }
  }
  return null;

  function figureAfter(from: number): number | null {
    const at = claim.findIndex((token, i) => i >= from && i < from + 3 && token.kind === 'number');
    return at < 0 ? null : at;
  }
};
