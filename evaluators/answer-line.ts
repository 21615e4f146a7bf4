/** One line in, one line out: what the command `evaluate --jsonl` does with each line. */
import { evaluateCompiled } from './evaluate.ts';
import type { LineWriter } from './line-writer.ts';
import { type Refusal, readLine } from './read-request.ts';
import { renderEvaluation } from './render-evaluation.ts';
import type { Rulebook } from './rulebook.ts';

/**
 * Writes the answer to a line, with its line break. `number` counts every line of the input from 1, blank ones
 * too. Returns what is to be said on standard error, in Vietnamese; null when the line was answered.
 */
export function answerLine(
  out: LineWriter,
  rulebooks: ReadonlyMap<string, Rulebook>,
  line: string,
  number: number,
): string | null {
  const read = readLine(rulebooks, line);
  if (!read.ok) return refuseLine(out, read.refusal, number);
  const { id, compiled, year, answers } = read.request;
  const evaluation = evaluateCompiled(compiled, { subject: compiled.subject, year, answers });
  renderEvaluation(out, id, compiled, evaluation);
  out.text('\n');
  return null;
}

/** Answers a refused line in its place. */
export function refuseLine(out: LineWriter, refusal: Refusal, number: number): string {
  const { id, field, error } = refusal;
  out.text(`${JSON.stringify({ id, line: number, field, error })}\n`);
  return `Dòng ${number}${field === null ? '' : `, trường ${field}`}: ${error}`;
}
