import type { Clause } from '../plan.ts';
import type { Piece } from './piece.ts';

/** Marks the further paragraphs of a footnote: plain ones that stand between it and the next footnote. */
export function withFootnoteParagraphs(pieces: readonly Piece[]): Piece[] {
  const result = [...pieces];
  let note: { at: number; name: string } | null = null;
  for (const [at, { marker, role }] of pieces.entries()) {
    if (marker?.form === 'footnote') {
      if (note && Number(marker.name) === Number(note.name) + 1) {
        for (let more = note.at + 1; more < at; more++) {
          const nth = more - note.at + 1;
          result[more] = { ...pieces[more]!, marker: { form: 'footnote', name: note.name, rest: '', nth } };
        }
      }
      note = { at, name: marker.name };
    } else if (marker !== null || role !== 'body') {
      note = null;
    }
  }
  return result;
}

/** Gives each footnote the headings of the clause that carries its mark. */
export function headFootnotes(clauses: readonly Clause[], text: string): Clause[] {
  const bearers = new Map<string, Clause>();
  for (const clause of clauses) {
    if (clause.kind === 'footnote') continue;
    for (const [mark] of text.slice(clause.start, clause.end).matchAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g)) {
      const name = [...mark].map(digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('');
      if (!bearers.has(name)) bearers.set(name, clause);
    }
  }
  return clauses.map(clause => {
    const bearer =
      clause.kind === 'footnote' ? bearers.get(/chú thích (\d+)/.exec(clause.id)?.[1] ?? '') : undefined;
    if (!bearer) return clause;
    const named = bearer.kind === 'heading' || bearer.kind === 'item';
    const own = named ? [text.slice(bearer.start, bearer.end).replaceAll('\n', ' ')] : [];
    return { ...clause, headings: [...bearer.headings, ...own] };
  });
}
