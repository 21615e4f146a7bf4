import type { Clause, Plan, Span } from '../plan.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Decision } from './decide.ts';
import { documentNumbers } from './document-numbers.ts';
import type { ReadQuestion } from './read-question.ts';

const OF_THE_PLAN = /\b(ke hoach|huong dan|van ban|kh|hd|cong van)\b/;
const OF_ANOTHER =
  /nghi quyet|quy dinh|chuong trinh|ket luan|chi thi|thong bao|quyet dinh|dieu le|giay|cong nhan|nhac (den|toi)|vien dan|can cu|(trien khai|thuc hien|theo|gan voi) (ke hoach|huong dan)|(ke hoach|huong dan) ve|ke hoach (so may|nao) cua/;
const NUMBER = /\bso (may|bao nhieu|hieu|nao)|ky hieu|so ky hieu/;
const ISSUED =
  /(ban hanh|ky|ra) (ngay|hom|luc|khi) nao|ngay (thang nam )?(ban hanh|ky)|(ban hanh|ra doi|ky) (tu )?(khi nao|bao gio|nam nao|ngay thang nam nao|ngay may)|ky ngay|ra ngay|ban hanh ngay/;
const SIGNED =
  /(\bai|nguoi|dong chi nao|ong nao|ba nao|chuc danh nao|chuc vu gi|lanh dao nao).{0,14}\bky\b|\bky ten\b|nguoi ky|chu ky cua ai/;
const POST = /chuc (vu|danh)|giu chuc|chuc gi/;
// A line in capitals says for whom and as what somebody signs: “T/M HUYỆN ỦY”, “PHÓ BÍ THƯ”.
const STATED_POST = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/mu;

/**
 * What a plan says of itself: its number, its date of issue, who signed it. Null when the question asks none of
 * these, or asks them of another document that the plan cites.
 */
export function identityDecision(plan: Plan, question: ReadQuestion): Decision | null {
  const { folded } = question;
  const named = question.named.some(n => n.plan === plan.id);
  if (!(OF_THE_PLAN.test(folded) || named) || OF_ANOTHER.test(folded)) return null;
  if (question.documents.some(number => !documentNumbers(plan.number ?? '').includes(number))) return null;
  if (ofAnotherIssuer(plan, folded)) return null;
  const inTemplate = /\bmau\b/.test(folded);
  if (SIGNED.test(folded)) return signature(plan, inTemplate, POST.test(folded) && !/\bai\b/.test(folded));
  if (inTemplate) return null;
  const number = NUMBER.test(folded) ? first(plan, 'number') : undefined;
  const date = ISSUED.test(folded) ? first(plan, 'place-date') : undefined;
  if (number === undefined && date === undefined) return null;
  const found = [number, date].filter(clause => clause != null);
  if (found.length > 0)
    return { outcome: 'answered', spans: found.map(({ start, end }) => ({ start, end })) };
  const about = [number === null ? 'số, ký hiệu' : '', date === null ? 'ngày ban hành' : '']
    .filter(Boolean)
    .join(' và ');
  return silent(`${about} của văn bản này`);
}

/** “hướng dẫn của ban tổ chức tỉnh ủy”: somebody else's document, unless it is who issued this one. */
function ofAnotherIssuer(plan: Plan, folded: string): boolean {
  const whose = /(?:ke hoach|huong dan|van ban)(?: \S+){0,2} cua (\w+ \w+(?: \w+ \w+)?)/.exec(folded)?.[1];
  if (!whose || /\b(minh|toi|em|nay|ta)\b/.test(whose)) return false;
  const issuer = fold(`${plan.issuer ?? ''} ${plan.names.join(' ')}`);
  return !issuer.includes(whose) && !issuer.includes(whose.split(' ').slice(0, 2).join(' '));
}

/** The plan's own clause of a kind, outside its templates; null when the text has none. */
function first(plan: Plan, kind: Clause['kind']): Clause | null {
  return plan.clauses.find(clause => clause.kind === kind && !clause.id.startsWith('Mẫu')) ?? null;
}

function signature(plan: Plan, inTemplate: boolean, asksPost: boolean): Decision {
  const signatures = plan.clauses.filter(
    c => c.kind === 'signature' && c.id.startsWith('Mẫu') === inTemplate,
  );
  if (signatures.length === 0) return silent('tên, chức vụ người ký văn bản này');
  const spans = signatures.map(({ start, end }) => ({ start, end }));
  if (asksPost && !spans.some(({ start, end }) => STATED_POST.test(plan.text.slice(start, end)))) {
    return silent('chức vụ của người ký văn bản này', spans);
  }
  return { outcome: 'answered', spans };
}

function silent(about: string, near: Span[] = []): Decision {
  return { outcome: 'not_stated', silence: { asks: [], about, near }, spans: near };
}
