import { isUtf8 } from 'node:buffer';
import process from 'node:process';

/** A line that cannot be answered: which field is wrong and what would be right. */
export class LineFault extends Error {
  readonly field: string | null;
  constructor(field: string | null, message: string) {
    super(message);
    this.field = field;
  }
}

/**
 * Answers JSON lines of standard input in order, one line out for each line in; blank lines are skipped. A line
 * that throws LineFault is answered in its place by `{id, line, field, error}` and repeated on standard error.
 * Returns how many lines were refused.
 */
export async function answerJsonLines(
  answer: (line: Record<string, unknown>) => unknown | Promise<unknown>,
): Promise<number> {
  let number = 0;
  let refused = 0;
  for await (const bytes of linesOf(process.stdin)) {
    number += 1;
    const raw = bytes.toString('utf8');
    if (raw.trim() === '') continue;
    let id: unknown = null;
    let out: unknown;
    try {
      const line = parseLine(raw, bytes);
      id = line.id ?? null;
      out = await answer(line);
    } catch (error) {
      if (!(error instanceof LineFault)) throw error;
      refused += 1;
      out = { id, line: number, field: error.field, error: error.message };
      process.stderr.write(
        `Dòng ${number}${error.field ? `, trường ${error.field}` : ''}: ${error.message}\n`,
      );
    }
    if (!process.stdout.write(`${JSON.stringify(out)}\n`))
      await new Promise(done => process.stdout.once('drain', done));
  }
  return refused;
}

function parseLine(raw: string, bytes: Buffer): Record<string, unknown> {
  if (bytes.length > LONGEST_LINE)
    throw new LineFault(null, 'dòng dài quá 1 MB. Mỗi dòng chỉ nên là một câu hỏi.');
  if (raw.includes('\uFFFD') && !isUtf8(bytes)) {
    throw new LineFault(null, 'dòng không phải UTF-8. Hãy lưu tệp bằng mã UTF-8.');
  }
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    throw new LineFault(null, 'không phải JSON hợp lệ. Mỗi dòng phải là một đối tượng JSON.');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new LineFault(null, 'phải là một đối tượng JSON.');
  }
  return value as Record<string, unknown>;
}

// A longer line is no question; what comes after this many bytes is passed over, so that it cannot fill the memory.
const LONGEST_LINE = 1 << 20;
const NEWLINE = 0x0a;
const MARK = Buffer.from('\uFEFF');

/** The lines of a stream as bytes, without a byte order mark before the first. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let pieces: Buffer[] = [];
  let held = 0;
  let first = true;
  const line = (): Buffer => {
    const whole = Buffer.concat(pieces);
    pieces = [];
    held = 0;
    const marked = first && whole.subarray(0, MARK.length).equals(MARK);
    first = false;
    return marked ? whole.subarray(MARK.length) : whole;
  };
  for await (const chunk of input) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      pieces.push(chunk.subarray(from, at));
      yield line();
      from = at + 1;
    }
    if (from < chunk.length && held <= LONGEST_LINE) pieces.push(chunk.subarray(from));
    held += chunk.length - from;
  }
  if (held > 0) yield line();
}
