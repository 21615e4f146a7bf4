/**
 * A paragraph's lines without emphasis markup (`*x*`, `**x**`, `***x***`, also over several lines).
 *
 * A bullet star (`* ` at the start of a line), a star alone on its line and a star without a partner stay:
 * they are characters of the text.
 */
export function withoutEmphasis(lines: readonly string[]): string[] {
  const text = lines.join('\n');
  if (!text.includes('*')) return [...lines];
  const dropped: [start: number, end: number][] = [];
  const open = new Map<number, [start: number, end: number]>();
  for (const run of text.matchAll(/\*+/g)) {
    const start = run.index;
    const end = start + run[0].length;
    if (run[0].length > 3 || isBulletStar(text, start, end)) continue;
    const opener = open.get(run[0].length);
    if (opener && isWord(text[start - 1])) {
      dropped.push(opener, [start, end]);
      open.delete(run[0].length);
    } else if (isWord(text[end])) {
      open.set(run[0].length, [start, end]);
    }
  }
  return cut(text, dropped).split('\n');
}

function isBulletStar(text: string, start: number, end: number): boolean {
  const atLineStart = start === 0 || text[start - 1] === '\n';
  return atLineStart && end - start === 1 && !isWord(text[end]);
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && character !== ' ' && character !== '\n';
}

function cut(text: string, spans: [start: number, end: number][]): string {
  const kept: string[] = [];
  let from = 0;
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    kept.push(text.slice(from, start));
    from = end;
  }
  return [...kept, text.slice(from)].join('');
}
