import type { Token } from './token.ts';

/** “mỗi tháng một lần” is one thing said of a month: `1-hằng-tháng`. */
export function onced(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  const often = (token: Token | undefined): boolean =>
    token?.kind === 'word' && token.text.startsWith('hằng-');
  const once = (at: number): boolean => {
    const [one, times] = [tokens[at], tokens[at + 1]];
    return (
      one?.kind === 'number' &&
      one.value === '1' &&
      !one.percent &&
      times?.kind === 'word' &&
      times.text === 'lần'
    );
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const after = often(token) && once(i + 1);
    const before = once(i) && often(tokens[i + 2]);
    if (!after && !before) {
      out.push(token);
      continue;
    }
    const text = `1-${after ? token.text : tokens[i + 2]!.text}`;
    out.push({ kind: 'word', text, segment: token.segment });
    i += 2;
  }
  return apart(out);
}

/** “Mỗi tháng chi bộ họp một lần”: the same, with words between. */
function apart(tokens: readonly Token[]): Token[] {
  const often = tokens.findIndex(token => token.kind === 'word' && token.text.startsWith('hằng-'));
  const times = tokens.findIndex((token, i) => token.kind === 'number' && tokens[i + 1]?.text === 'lần');
  const [month, one] = [tokens[often], tokens[times]];
  if (!month || one?.kind !== 'number' || one.value !== '1' || one.percent) return [...tokens];
  const counts = tokens.filter((token, i) => token.kind === 'number' && tokens[i + 1]?.text === 'lần');
  const between = tokens.slice(Math.min(often, times), Math.max(often, times));
  // “Mỗi tháng chi ủy, chi bộ họp một lần”: what is listed does not part them.
  const parted = between.some(token => token.kind === 'stop' && token.text !== ',');
  if (counts.length > 1 || parted) return [...tokens];
  return tokens.flatMap((token, i) => {
    if (i === often) return [{ kind: 'word', text: `1-${month.text}`, segment: month.segment } as const];
    return i === times || i === times + 1 ? [] : [token];
  });
}

const RANKS: readonly (readonly [RegExp, string])[] = [
  [/^không hoàn thành nhiệm vụ(?! chính trị| được)/u, 'R0'],
  [/^hoàn thành xuất sắc(?: nhiệm vụ)?/u, 'R3'],
  [/^hoàn thành tốt nhiệm vụ(?! chính trị| được)/u, 'R2'],
  [/^hoàn thành tốt nhiệm(?! vụ)/u, 'R2'],
  // “hoàn thành tốt”, and no more: “trên 90% hoàn thành tốt.”
  [/^không hoàn thành(?=$| (?:từ|trên|dưới|là) #)/u, 'R0'],
  [/^hoàn thành tốt(?=$| trở lên| (?:từ|trên|dưới|là) #)/u, 'R2'],
  [/^hoàn thành nhiệm vụ(?! chính trị| được| đúng| kịp| đầy| theo)/u, 'R1'],
];

/** The ratings of the year become one token each, whatever stands between them and “trở lên”. */
export function ranked(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    // Every rating begins so.
    if (!/^(?:không|hoàn)$/u.test(tokens[i]!.text)) {
      out.push(tokens[i]!);
      continue;
    }
    const run: string[] = [];
    let j = i;
    for (; j < tokens.length && tokens[j]!.kind === 'word' && run.length < 8; j++) run.push(tokens[j]!.text);
    // What is counted may follow at once: “hoàn thành tốt 04 tiêu chí” is no rating.
    const next = tokens[j];
    if (next?.kind === 'number') run.push(next.percent ? '#' : '…');
    else if (run.length === 8) run.push('…');
    const found = RANKS.flatMap(([pattern, name]) => {
      const match = pattern.exec(run.join(' '));
      return match ? [{ name, length: match[0].split(' ').length }] : [];
    })[0];
    // “kết quả hoàn thành nhiệm vụ” is no rating.
    const result = /^(?:quả|độ)$/u.test(tokens[i - 1]?.text ?? '');
    if (!found || result) {
      out.push(tokens[i]!);
      continue;
    }
    const { segment } = tokens[i]!;
    let after = i + found.length;
    // “hoàn thành tốt nhiệm” vụ trở lên: a mark of quotation inside is no sign.
    const up = tokens[after]?.text === 'trở' && tokens[after + 1]?.text === 'lên';
    if (up) after += 2;
    out.push({ kind: 'rank', text: found.name, up, segment });
    i = after - 1;
  }
  return out;
}
