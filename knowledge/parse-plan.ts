import { blocksOf, type StampLines } from './parse/blocks.ts';
import { type Correction, type CorrectionProblem, corrected } from './parse/corrections.ts';
import { documentLines } from './parse/document-lines.ts';
import { headFootnotes, withFootnoteParagraphs } from './parse/footnotes.ts';
import { outlined } from './parse/outline.ts';
import { piecesOf } from './parse/pieces.ts';
import { rejoined } from './parse/rejoin.ts';
import type { Clause } from './plan.ts';

/** What a person says of a document beyond its text. */
export interface ReadingHints {
  corrections?: readonly Correction[] | undefined;
  /** Lines that are marks on the paper and no part of the plan, where no rule can tell. */
  stamps?: readonly StampLines[] | undefined;
}

export interface Reading {
  /** The text that citations point into: NFC, ends with one newline. */
  text: string;
  /** In document order; every word of `text` stands in exactly one of them. */
  clauses: Clause[];
  /** Corrections that do not fit their line and were left out. */
  problems: CorrectionProblem[];
}

/**
 * Reads a document as received: text into clauses with addresses and exact offsets (UTF-16 units).
 *
 * Never throws, whatever the text, and takes time in proportion to its length. The words are data: nothing
 * in them is obeyed, and none is added.
 */
export function parsePlan(raw: string, hints: ReadingHints = {}): Reading {
  const { lines, problems } = corrected(documentLines(raw), hints.corrections ?? []);
  const { blocks, stamped } = blocksOf(lines, hints.stamps ?? []);
  const pieces = withFootnoteParagraphs(rejoined(piecesOf(blocks)));
  const { text, clauses } = outlined([...pieces, ...stamped]);
  return { text: `${text}\n`, clauses: headFootnotes(clauses, text), problems };
}
