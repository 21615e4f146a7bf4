import { foldWord } from './read/marked-text.ts';
import type { Sight, Step } from './sight.ts';

/** How people say what rulebooks call otherwise: the left is counted as the right. */
const SAME: readonly [RegExp, string][] = [
  [/\b(?:khien trach|canh cao|cach chuc|khai tru)\b/g, 'ky luat'],
  [/\b(?:ket nap|vao dang)\b/g, 'ket nap dang vien moi'],
  [/\b(?:khieu kien|don thu)\b/g, 'khieu nai ton dong vuot cap'],
  [/\b(?:lanh dao|cap uy vien|can bo quan ly)\b/g, 'lanh dao quan ly'],
  [/\b(?:19 dieu|nhung dieu cam)\b/g, 'dieu dang vien khong duoc lam'],
  [/\bhttnv\b/g, 'hoan thanh tot nhiem vu'],
  [/\b(?:cai nhau|lum cum|be phai)\b/g, 'mat doan ket chia re'],
];
// Words that stand in every question, or only address somebody, tell nothing apart.
const EMPTY = new Set(
  'a ad ai anh bao bi cac cai can cau chi chua co con cua da dang de di do dong duoc em gi hay het khong ko la lai minh mot nam nay nao nha nhe nhieu nhung o phai qua quen ra roi sua so tai thi thua thuc toi tra tren trong truoc tu va vao ve viec voi vua xin'.split(
    ' ',
  ),
);

/** Words and neighbouring pairs of a text, by which requirements are told apart. */
function features(text: string): string[] {
  let folded = foldWord(text).replace(/[^a-z0-9\s]/g, ' ');
  for (const [said, meant] of SAME) folded = folded.replace(said, meant);
  const words = folded.split(/\s+/).filter(word => word !== '' && !/^\d+$/.test(word));
  const single = words.filter(word => !EMPTY.has(word));
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  return [...single, ...pairs.filter(pair => !pair.split(' ').every(word => EMPTY.has(word)))];
}

interface Known {
  step: Step;
  weights: Map<string, number>;
}

/** Requirements that a text speaks of, the most likely first, with how much it says of each. */
export function matchRequirements(seen: Sight, text: string): { step: Step; score: number }[] {
  const known = seen.steps.map((step): Known => ({ step, weights: weightsOf(step) }));
  const rarity = new Map<string, number>();
  for (const { weights } of known)
    for (const feature of weights.keys()) rarity.set(feature, (rarity.get(feature) ?? 0) + 1);
  const asked = new Set(features(text));
  return known
    .map(({ step, weights }) => {
      let score = 0;
      for (const feature of asked) {
        const weight = weights.get(feature);
        if (weight !== undefined) score += weight * Math.log(1 + known.length / rarity.get(feature)!);
      }
      return { step, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** Its name weighs most, then the question and what counts, then the clause's words. */
function weightsOf({ requirement }: Step): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const feature of features(text)) weights.set(feature, Math.max(weight, weights.get(feature) ?? 0));
  };
  add(requirement.quote, 1);
  add(requirement.help, 1);
  add(requirement.question, 1.5);
  add(requirement.title, 2);
  if ('labels' in requirement) add(Object.values(requirement.labels).join(' . '), 2);
  return weights;
}
