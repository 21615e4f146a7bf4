import { wordsOf } from './piece.ts';
import { isFootnote, isLoose, isSentence, type Node, unitOf } from './tree.ts';

/** Where a piece without a number stands in its unit. */
export type Place =
  | { kind: 'paragraph'; nth: number }
  | { kind: 'last paragraph' }
  | { kind: 'bullet'; nth: number }
  | { kind: 'star'; nth: number }
  | { kind: 'plus'; nth: number; under: Node | null }
  | { kind: 'continuation'; of: Node; nth: number };

/**
 * Moves closing paragraphs up to the unit they close. The paragraph after the last of several sentence-like
 * items closes the whole unit, not that item; so does the document's last word (“Kế hoạch này …”).
 */
export function liftClosings(node: Node): void {
  for (const child of [...node.children]) liftClosings(child);
  const units = node.children.filter(child => unitOf(child) !== null);
  const last = units.at(-1);
  if (!last || units.length < 2 || !units.every(isSentence)) return;
  const hasOwn = (unit: Node) => unit.children.some(child => isLoose(child) || unitOf(child) !== null);
  if (units.slice(0, -1).some(hasOwn) || !last.children.some(isLoose)) return;
  if (last.children.some(child => child.piece?.marker)) return;
  for (const child of last.children) child.parent = node;
  node.children.splice(node.children.indexOf(last) + 1, 0, ...last.children);
  last.children = [];
}

/** “Kế hoạch này được phổ biến …”, “Trên đây là …” before the recipients speaks for its whole mục. */
export function liftFinalWord(container: Node): void {
  const closing = container.children.findIndex(
    ({ piece }) => piece?.role === 'recipients' || piece?.role === 'signature',
  );
  const top = container.children.slice(0, closing).findLast(child => unitOf(child) !== null);
  if (closing < 0 || !top) return;
  let unit = top;
  while (unit.children.at(-1)?.children.length) unit = unit.children.at(-1)!;
  const last = unit.children.at(-1);
  const before = unit.children.at(-2);
  if (!last || !isLoose(last) || last.piece?.marker || !FINAL_WORD.test(wordsOf(last.piece!))) return;
  const home = unitOf(top)?.form === 'number' ? container : top;
  if (unit === home || !before) return;
  unit.children.pop();
  last.parent = home;
  if (home === container) container.children.splice(container.children.indexOf(top) + 1, 0, last);
  else home.children.push(last);
}

const FINAL_WORD =
  /^(?:(?:Kế hoạch|Hướng dẫn|Nghị quyết|Quy định|Chương trình|Quyết định|Chỉ thị) này |Trên đây là |Yêu cầu |Đề nghị )/u;

/** The places of a unit's loose children of one role (a preamble is counted apart from the body). */
export function placesIn(unit: Node, role: 'body' | 'preamble'): Map<Node, Place> {
  const loose = unit.children.filter(child => isLoose(child) && child.piece?.role === role);
  const places = new Map<Node, Place>();
  const counts = { paragraph: 0, bullet: 0, star: 0, plus: 0 };
  const lastBullet = loose.findLastIndex(child => child.piece?.marker?.form === 'dash');
  const resumes = loose.some(
    (child, at) => at < lastBullet && at > 0 && !child.piece?.marker && isBulleted(loose[at - 1]!),
  );
  let holder: Node | null = null;
  let said = 1;
  for (const [at, child] of loose.entries()) {
    const form = child.piece?.marker?.form;
    if (form === 'dash') {
      places.set(child, { kind: 'bullet', nth: ++counts.bullet });
      [holder, said, counts.plus] = [child, 1, 0];
    } else if (form === 'star') {
      places.set(child, { kind: 'star', nth: ++counts.star });
      [holder, said] = [child, 1];
    } else if (form === 'plus') {
      places.set(child, { kind: 'plus', nth: ++counts.plus, under: holder });
    } else if (holder && (holder.piece?.marker?.form === 'star' || at < lastBullet || resumes)) {
      places.set(child, { kind: 'continuation', of: holder, nth: ++said });
    } else if (holder && at === loose.length - 1 && at > 0 && isBulleted(loose[at - 1]!)) {
      places.set(child, { kind: 'last paragraph' });
    } else if (at === loose.length - 1 && closesItems(unit, child)) {
      places.set(child, { kind: 'last paragraph' });
    } else {
      const own = unitOf(unit) && isSentence(unit) && unit.children[0] === child ? 1 : 0;
      counts.paragraph += own;
      places.set(child, { kind: 'paragraph', nth: ++counts.paragraph });
    }
  }
  return places;
}

function isBulleted(node: Node): boolean {
  const form = node.piece?.marker?.form;
  return form === 'dash' || form === 'plus' || form === 'star';
}

/** A lone paragraph after numbered units. */
function closesItems(unit: Node, child: Node): boolean {
  const before = unit.children.slice(0, unit.children.indexOf(child)).findLast(node => !isFootnote(node));
  return before !== undefined && unitOf(before) !== null;
}
