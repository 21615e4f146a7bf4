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
export async function answerJsonLines(answer: (line: Record<string, unknown>) => unknown | Promise<unknown>): Promise<number> {
  let number = 0;
  let refused = 0;
  for await (const raw of linesOf(process.stdin)) {
    number += 1;
    if (raw.trim() === '') continue;
    let id: unknown = null;
    let out: unknown;
    try {
      const line = parseLine(raw);
      id = line.id ?? null;
      out = await answer(line);
    } catch (error) {
      if (!(error instanceof LineFault)) throw error;
      refused += 1;
      out = { id, line: number, field: error.field, error: error.message };
      process.stderr.write(`Dòng ${number}${error.field ? `, trường ${error.field}` : ''}: ${error.message}\n`);
    }
    if (!process.stdout.write(`${JSON.stringify(out)}\n`)) await new Promise(done => process.stdout.once('drain', done));
  }
  return refused;
}

function parseLine(raw: string): Record<string, unknown> {
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

// A line of more than this many characters is no question; it is cut here so that it cannot fill the memory.
const LONGEST_LINE = 1_000_000;

async function* linesOf(input: NodeJS.ReadStream): AsyncIterable<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) rest = rest.slice(0, LONGEST_LINE);
    yield* lines;
  }
  if (rest !== '') yield rest;
}
