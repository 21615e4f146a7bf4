import type { Check } from '../sentence.ts';
import { placesOf } from '../sentence.ts';
import { samePlaces } from '../words/align.ts';
import { EXCEPTIONS, KEEPERS, SCOPES } from '../words/gate-words.ts';
import { NOT_EXCEPT } from './exempted.ts';
import { firstContent } from './first-content.ts';
import { onlyAllowed } from './only.ts';

const NOT_ONLY = new Set(['tiêu', 'đạo', 'thị', 'huy', 'số', 'rõ', 'dẫn', 'đúng']);

/** “Tất cả”, “chỉ”, “phần lớn” and exceptions are the sentence's own. */
export const checkScope: Check = laid => {
  const { claim, aligned, evidence } = laid;
  const whole = evidence.tokens.some(
    token => token.kind === 'number' && token.percent && token.value === '100',
  );
  const onlyIf = (at: number): boolean => onlyAllowed(laid, at);
  for (const line of [...SCOPES, KEEPERS[1]!]) {
    const said = placesOf(claim, line).filter(
      ({ at, length }) =>
        !(
          length === 1 &&
          claim[at]!.text === 'chỉ' &&
          (NOT_ONLY.has(claim[at + 1]?.text ?? '') || onlyIf(at))
        ),
    );
    if (said.length === 0) continue;
    // “toàn bộ”, “tất cả” for “toàn”, “mỗi”, “từng”.
    const cited = placesOf(
      evidence.tokens,
      line === SCOPES[0] ? [...line, ['toàn'], ['mỗi'], ['từng']] : line,
    ).filter(
      ({ at }) =>
        (line === SCOPES[0] || evidence.parts[at] === 'own') &&
        !(evidence.tokens[at]!.text === 'chỉ' && NOT_ONLY.has(evidence.tokens[at + 1]?.text ?? '')),
    );
    if (cited.length === 0) {
      if (!(whole && line === SCOPES[0])) return 'scope';
      continue;
    }
    // What is “all” or “some” is the same thing.
    for (const { at, length } of said) {
      const next = firstContent(claim, aligned, at + length - 1);
      if (next === null) continue;
      const very = samePlaces(claim[next]!, evidence).filter(place => evidence.parts[place] === 'own');
      const same = cited.some(each =>
        (very.length > 0 ? very : aligned[next]!).some(
          place => place >= each.at && place <= each.at + each.length + 2,
        ),
      );
      if (!same) return 'scope';
    }
  }
  const excepting = placesOf(claim, EXCEPTIONS.slice(0, 4)).filter(
    ({ at }) => !NOT_EXCEPT.has(claim[at - 1]?.text ?? ''),
  );
  if (excepting.length > 0 && placesOf(evidence.tokens, EXCEPTIONS).length === 0) return 'scope';
  return null;
};
