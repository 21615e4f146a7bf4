import { phraseAt, textAt } from '../reading/phrases.ts';
import type { Token } from '../reading/token.ts';
import { BODIES, QUALIFIERS, UNITS } from '../words/gate-words.ts';
import type { Mention } from './mention.ts';
import { roleAt } from './roles.ts';

const PEOPLE = /^(?:cán bộ|đảng viên|công chức|viên chức|quần chúng|nhân dân|đoàn viên|cá nhân|tập thể)$/u;

const TOWNS = [['xã'], ['thị', 'trấn']];
const YOUTH = [['đoàn', 'thanh', 'niên']];

export function mentionsIn(tokens: readonly Token[]): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const body = phraseAt(tokens, i, BODIES, false);
    const first = Math.max(body, phraseAt(tokens, i, UNITS, false));
    if (first === 0) continue;
    let to = i + first;
    const words = wordsOf(tokens, i, to);
    const people = PEOPLE.test(words.join(' '));
    if (words.join(' ') === 'đoàn viên') to += phraseAt(tokens, to, YOUTH, false);
    for (;;) {
      // “Ủy ban kiểm tra của cấp ủy”, “chi bộ quân sự ở xã”.
      const owned = body > 0 && textAt(tokens, to) === 'của' && phraseAt(tokens, to + 1, UNITS, false) > 0;
      const placed = textAt(tokens, to) === 'ở' && phraseAt(tokens, to + 1, TOWNS, false) > 0;
      const skip = textAt(tokens, to) === 'các' || owned || placed ? 1 : 0;
      const next = Math.max(
        people ? 0 : phraseAt(tokens, to + skip, BODIES, false),
        people ? 0 : phraseAt(tokens, to + skip, UNITS, false),
        qualifierAt(tokens, to + skip, words[0]!),
      );
      const joined = wordsOf(tokens, to + skip, to + skip + next).join(' ');
      if (next === 0 || PEOPLE.test(joined)) break;
      words.push(...wordsOf(tokens, to + skip, to + skip + next));
      to += skip + next;
    }
    const last = mentions.at(-1);
    // “chi bộ bốn tốt” is the model, not a unit.
    const model = textAt(tokens, to)?.startsWith('môhình') ?? false;
    // “… các ban, Văn phòng” is one list; “… đông đảng viên, Ban Thường vụ ban hành” is none.
    const proper = body >= first || words[0] === 'các';
    const closed =
      tokens[to] === undefined || tokens[to]!.kind === 'stop' || /^(?:và|là)$/u.test(tokens[to]!.text);
    const next = last?.to === i - 1 && tokens[i - 1]?.text === ',' && !closed;
    const apart = next && (last.proper !== proper || last.role === 'parent');
    const role = model
      ? 'model'
      : roleAt(
          tokens,
          i,
          apart ? undefined : last,
          mentions.findLast(each => each.role !== 'parent'),
        );
    mentions.push({ from: i, to, name: words.join(' '), proper, role });
    i = to - 1;
  }
  return mentions.map((mention, i) => {
    const next = mentions[i + 1];
    const link = tokens[mention.to]?.text ?? '';
    if (
      !next ||
      next.from !== mention.to + 1 ||
      !/^(?:,|và)$/u.test(link) ||
      mention.name.split(' ').length !== 2
    )
      return mention;
    const behind = next.name.split(' ').slice(2).join(' ');
    return behind === '' ? mention : { ...mention, longer: `${mention.name} ${behind}` };
  });
}

/** “lãnh đạo” is a part of “cán bộ lãnh đạo”, and what a branch does in “chi bộ lãnh đạo”. */
function qualifierAt(tokens: readonly Token[], at: number, first: string): number {
  const leads = /^(?:lãnh|quản)$/u.test(textAt(tokens, at) ?? '');
  return leads && !/^(?:cán|tập)$/u.test(first) ? 0 : phraseAt(tokens, at, QUALIFIERS, false);
}

function wordsOf(tokens: readonly Token[], from: number, to: number): string[] {
  return tokens.slice(from, to).map(token => token.text);
}

const SHORT = /^(?:bí thư|phó bí thư|tập thể lãnh đạo)$/u;

/** Does a claim's body mean the one of a sentence? `known`: every name in the plan. */
export function sameBody(claimed: Mention, cited: Mention, known: ReadonlySet<string>): boolean {
  // “đảng ủy xã, thị trấn” is “đảng ủy thị trấn” too.
  if (cited.name.endsWith(' xã') && claimed.name === cited.name.replace(/xã$/u, 'thị trấn')) return true;
  if (claimed.name === 'trung ương' && cited.name.endsWith(' trung ương')) return true;
  // “văn bản của cấp trên” for those of the centre and the province.
  const above = /(?:^| )trung ương$|^(?:tỉnh ủy|bộ chính trị|ban bí thư)|tập đoàn$/u.test(cited.name);
  if (claimed.name === 'cấp trên' && claimed.role === 'owner' && cited.role === 'owner' && above) return true;
  if (/^cấp trên/u.test(claimed.name) && / cấp trên/u.test(cited.name)) return true;
  // “Mặt trận các xã”
  if (claimed.name.replace(/^mặt trận(?! tổ)/u, 'mặt trận tổ quốc') === cited.name) return true;
  if (claimed.name === cited.name || (claimed.longer ?? '-') === cited.name || claimed.name === cited.longer)
    return true;
  if (cited.name.startsWith(`${claimed.name} `)) return claimed.proper || SHORT.test(claimed.name);
  if (!claimed.name.startsWith(`${cited.name} `)) return false;
  const longer = [...known].filter(name => name.startsWith(`${cited.name} `));
  return (
    longer.some(name => name === claimed.name || name.startsWith(`${claimed.name} `)) &&
    longer.every(name => name.startsWith(claimed.name) || claimed.name.startsWith(name))
  );
}
