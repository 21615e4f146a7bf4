import type { Marker } from './marker.ts';

/** What a run of lines is, before its address is known. */
export type Role =
  | 'number'
  | 'place-date'
  | 'letterhead'
  | 'type'
  | 'title'
  | 'preamble'
  | 'body'
  | 'annex'
  | 'template'
  | 'recipients'
  | 'signature'
  | 'stamp';

/** Words that will be one clause. */
export interface Piece {
  role: Role;
  marker: Marker | null;
  /** Lines of the reading text; a paragraph is one. */
  lines: string[];
  /** Where it begins in document.txt, counted from 1. */
  line: number;
  /** Stands directly under the piece before it, without an empty line. */
  tight: boolean;
}

/** A line of document.txt with its number, counted from 1. */
export interface NumberedLine {
  line: number;
  text: string;
}

/** Lines that stand together between empty lines. */
export type Block = NumberedLine[];

export function wordsOf(piece: Piece): string {
  return piece.lines.join('\n');
}
