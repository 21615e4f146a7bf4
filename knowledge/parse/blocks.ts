import { withoutEmphasis } from './emphasis.ts';
import type { Block, NumberedLine, Piece } from './piece.ts';

/** Lines of document.txt, counted from 1, both included, that are no part of the plan. */
export interface StampLines {
  from: number;
  to: number;
  /** Only these characters of the lines, for a mark written beside the text. */
  text?: string | undefined;
}

/**
 * Paragraphs of the document without emphasis markup, and apart from them the stamps: those that `stamps`
 * names, page numbers, and the incoming stamp of an office.
 */
export function blocksOf(
  lines: readonly string[],
  stamps: readonly StampLines[],
): { blocks: Block[]; stamped: Piece[] } {
  const stamped: Piece[] = [];
  const set = (block: Block) => {
    const texts = withoutEmphasis(block.map(({ text }) => text));
    stamped.push({ role: 'stamp', marker: null, lines: texts, line: block[0]!.line, tight: false });
  };
  const rest: NumberedLine[] = lines.map((text, index) => ({ line: index + 1, text }));
  for (const stamp of stamps) {
    const block = rest.slice(stamp.from - 1, stamp.to).filter(({ text }) => text.includes(stamp.text ?? ''));
    const marked = block.map(({ line, text }) => ({ line, text: stamp.text ?? text })).filter(hasText);
    if (marked.length > 0) set(marked);
    for (const entry of block) entry.text = stamp.text ? entry.text.replace(stamp.text, '').trim() : '';
  }
  const blocks: Block[] = [];
  const all = paragraphs(rest);
  const heads = runningHeads(all);
  for (const block of all) {
    const texts = withoutEmphasis(block.map(({ text }) => text));
    if (isPageNumber(block) || isIncomingStamp(block) || heads.has(lone(block))) set(block);
    else
      blocks.push(block.map(({ line }, index) => ({ line, text: oneSpaced(texts[index]!) })).filter(hasText));
  }
  stamped.sort((a, b) => a.line - b.line);
  return { blocks: blocks.filter(block => block.length > 0), stamped };
}

/** Two columns set side by side are parted by many spaces; citations need one. */
function oneSpaced(text: string): string {
  return text.replace(/ {2,}/g, ' ').trim();
}

function lone(block: Block): string | null {
  return block.length === 1 ? block[0]!.text : null;
}

/** Lines that stand alone at a page number again and again, and nowhere else. */
function runningHeads(blocks: readonly Block[]): Set<string | null> {
  const seen = new Map<string, number>();
  for (const [at, block] of blocks.entries()) {
    const text = lone(block);
    if (text === null || isPageNumber(block)) continue;
    const atPageNumber = [blocks[at - 1], blocks[at + 1]].some(near => near && isPageNumber(near));
    seen.set(text, atPageNumber ? (seen.get(text) ?? 0) + 1 : Number.NEGATIVE_INFINITY);
  }
  return new Set([...seen].filter(([, times]) => times > 1).map(([text]) => text));
}

function hasText({ text }: NumberedLine): boolean {
  return text !== '';
}

function paragraphs(lines: NumberedLine[]): Block[] {
  const blocks: Block[] = [];
  let block: Block = [];
  for (const entry of lines) {
    if (entry.text !== '') block.push(entry);
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  return block.length > 0 ? [...blocks, block] : blocks;
}

function isPageNumber(block: Block): boolean {
  return (
    block.length === 1 &&
    /^(?:[-–—]?\s?\d{1,3}\s?[-–—]?|Trang \d{1,3}(?:\s?\/\s?\d{1,3})?)$/.test(block[0]!.text)
  );
}

/** “CÔNG VĂN ĐẾN”, a number and a date on a few short lines. */
function isIncomingStamp(block: Block): boolean {
  return (
    block.length >= 2 &&
    block.every(({ text }) => text.length <= 60) &&
    block.some(({ text }) => /^(?:CÔNG VĂN\s+)?ĐẾN(?:\s|:|$)/.test(text)) &&
    block.some(({ text }) => /^(?:ĐẾN )?(?:Số|Ngày|Chuyển)(?!\p{L})/u.test(text))
  );
}
