import type { Laid } from '../sentence.ts';
import { FREE } from '../words/gate-words.ts';
import type { Mention } from './mention.ts';

/** Who may be doing what stands at a place: who goes right before it, else the nearest before it. */
export function subjectsAt({ evidence }: Laid, place: number): { found: Mention[]; sure: boolean } {
  const left = evidence.mentions.filter(
    each => each.to <= place && canAct(evidence, each) && !(each.role === 'object' && cutOff(each.to)),
  );
  const last = left.at(-1);
  // “Căn cứ Kế hoạch này, các đảng ủy xây dựng …”: who does so is named behind.
  if (/^(?:căn|dựa|trên)$/u.test(evidence.tokens[place]!.text)) {
    const behind = evidence.mentions.find(each => each.from > place && each.role === 'agent');
    if (behind) return { found: group(evidence.mentions, behind), sure: false };
  }
  if (!last) return { found: [], sure: false };
  const between = evidence.tokens.slice(last.to, place);
  // “tham mưu Ban Thường vụ chỉ đạo”: it is the one advised that does so.
  const advised = evidence.mentions.find(
    each =>
      each.role === 'assisted' &&
      each.to === place &&
      /^(?:mưu|cho)$/u.test(evidence.tokens[each.from - 1]?.text ?? ''),
  );
  if (advised) return { found: [advised], sure: true };
  if (between.length <= 3 && between.every(token => token.kind === 'word' && FREE.has(token.text)))
    return { found: group(left, last), sure: true };
  const agent = left.findLast(each => each.role !== 'object');
  // “A chủ trì, phối hợp với B theo dõi …”: A does so.
  const lead = left.filter(
    ({ to }) =>
      /^chủ trì/u.test(`${evidence.tokens[to]?.text} ${evidence.tokens[to + 1]?.text}`) && !cutOff(to),
  );
  return { found: [...group(left, last), ...(agent ? group(left, agent) : []), ...lead], sure: false };

  /** What is done to somebody before a semicolon makes nobody the doer of what stands behind it. */
  function cutOff(from: number): boolean {
    return evidence.tokens.slice(from, place).some(token => token.text === ';');
  }
}

function canAct(evidence: Laid['evidence'], { role, to }: Mention): boolean {
  if (role === 'recipient') return /^(?:để|xem|xét|quyết|phê)$/u.test(evidence.tokens[to]?.text ?? '');
  return !['via', 'partner', 'assisted', 'parent', 'owner', 'model'].includes(role);
}

/** A body and those listed with it: “đảng ủy, chi bộ và …”. */
function group(mentions: readonly Mention[], one: Mention): Mention[] {
  const found = [one];
  for (let i = mentions.indexOf(one) - 1; i >= 0; i--) {
    const each = mentions[i]!;
    if (found.at(-1)!.from - each.to > 6) break;
    found.push(each);
  }
  return found;
}
