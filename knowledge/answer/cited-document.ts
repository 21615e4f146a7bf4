import type { Plan, Span } from '../plan.ts';
import { passagesOf } from '../search/passages.ts';
import type { Decision } from './decide.ts';
import { documentNumbers } from './document-numbers.ts';
import type { ReadQuestion } from './read-question.ts';

const ABOUT =
  /ve (viec|van de|noi dung|cai|chuyen)? ?gi|noi ve|quy dinh (ve )?(viec )?gi|la gi|ngay|khi nao|bao gio|nam nao|cua ai|cua co quan|ai ban hanh|trich yeu|ten/;
// The document itself is asked about, not what has to be done under it.
const ABOUT_IT =
  /(noi|quy dinh|huong dan|ban hanh|ve|la)( ve)?( viec| van de| noi dung| cai| chuyen)? gi\b|noi ve|cua (ai|co quan|cap) |ai ban hanh|trich yeu|ban hanh (ngay|khi|nam)/;

/**
 * A question about another document by its number (“Kế hoạch 07-KH/HU nói về việc gì, ban hành ngày nào?”): what the
 * plan says of it where it cites it, a footnote first, for it gives the full title. Null when none is asked about.
 */
export function citedDocument(plan: Plan, question: ReadQuestion): Decision | null {
  const own = plan.number === null ? '' : (documentNumbers(plan.number)[0] ?? '');
  const asked = question.documents.filter(number => number !== own);
  if (asked.length === 0 || !ABOUT.test(question.folded)) return null;
  const cited = passagesOf(plan).filter(passage => {
    const numbers = documentNumbers(plan.text.slice(passage.start, passage.end));
    return numbers.some(number => asked.includes(number));
  });
  if (cited.length === 0) return ABOUT_IT.test(question.folded) ? notCited(plan, asked) : null;
  const wantsDay = question.aspects.has('when') || question.aspects.has('identity');
  const dated = cited.filter(({ start, end }) =>
    asked.some(number => datedIn(plan.text.slice(start, end), number)),
  );
  if (wantsDay && dated.length === 0) {
    const about = 'ngày ban hành của văn bản đó (chỉ nêu số, ký hiệu)';
    return {
      outcome: 'not_stated',
      silence: { asks: [], about, near: [], unwritten: true },
      spans: cited.slice(0, 1),
    };
  }
  const best = (wantsDay ? dated : cited).sort((a, b) => rank(a) - rank(b));
  return { outcome: 'answered', spans: best.slice(0, 2).map(({ start, end }): Span => ({ start, end })) };
}

/** The plan never names that document; one of the same number from somebody else (07-KH/TW, 07-KH/HU) comes nearest. */
function notCited(plan: Plan, asked: readonly string[]): Decision {
  const stems = asked.map(number => number.replace(/\/.*/, '/'));
  const near = passagesOf(plan).find(({ start, end }) =>
    documentNumbers(plan.text.slice(start, end)).some(number => stems.some(stem => number.startsWith(stem))),
  );
  const about = 'gì về văn bản mang số, ký hiệu đồng chí nêu; văn bản đó không được nhắc đến';
  const spans = near ? [{ start: near.start, end: near.end }] : [];
  return { outcome: 'not_stated', silence: { asks: [], about, near: spans }, spans };
}

function rank({ clause }: { clause: { kind: string } }): number {
  return clause.kind === 'footnote' ? 0 : 1;
}

/** The date stands right behind the number: “Quy định số 124-QĐ/TW ngày 02/02/2018”. */
function datedIn(text: string, number: string): boolean {
  const pattern = /\d{1,4}\s*-\s*\p{L}{2,6}\s*\/\s*\p{L}{2,8}(?=,?\s+ngày\s+\d)/gu;
  return [...text.matchAll(pattern)].some(match => documentNumbers(match[0])[0] === number);
}
