/**
 * `npm run --silent evaluate -- --jsonl < in.jsonl > out.jsonl`: one assessment a line, answered in order.
 *
 * Streams: what has been read is answered and written before more is read, and a slow reader slows the reading.
 * Exit code 0: every line was answered; 2: some line was refused (and answered in its place), or wrong use.
 */
import { isUtf8 } from 'node:buffer';
import process from 'node:process';
import {
  answerLine,
  type LineWriter,
  loadRulebooks,
  type Rulebook,
  refuseLine,
  showProblem,
} from '../evaluators/index.ts';
import { WriteBehind } from './write-behind.ts';

const usage = 'Cách dùng: npm run --silent evaluate -- --jsonl < vào.jsonl > ra.jsonl';

/** Longer lines are refused unread: no assessment is near this size. */
const longestLine = 1 << 20;

/** Answers whole lines (`number`: of the first one); returns what is to be said on standard error. */
function answerLines(
  out: LineWriter,
  rulebooks: ReadonlyMap<string, Rulebook>,
  lines: Buffer[],
  number: number,
): string {
  let said = '';
  lines.forEach((bytes, at) => {
    const line = bytes.toString('utf8');
    if (line.trim() === '') return;
    const fault =
      bytes.length > longestLine
        ? 'dòng dài quá 1 MB; cần mỗi dòng một lượt rà soát'
        : line.includes('\uFFFD') && !isUtf8(bytes)
          ? 'dòng không phải UTF-8; cần lưu tệp bằng mã UTF-8'
          : null;
    const refused =
      fault === null
        ? answerLine(out, rulebooks, line, number + at)
        : refuseLine(out, { id: null, field: null, error: fault }, number + at);
    if (refused !== null) said += `${refused}\n`;
  });
  return said;
}

/** Splits a stream of bytes into batches of whole lines. */
async function* batchesOfLines(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = [];
  let held = 0;
  let first = true;
  for await (let chunk of input) {
    if (first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) chunk = chunk.subarray(3);
    first = false;
    const lines: Buffer[] = [];
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(0x0a, start);
      if (end === -1) break;
      const piece = chunk.subarray(start, end);
      lines.push(rest.length === 0 ? piece : Buffer.concat([...rest, piece]));
      rest = [];
      held = 0;
      start = end + 1;
    }
    if (start < chunk.length) {
      // Past the longest line, the bytes themselves are no longer needed, only that it is too long.
      if (held <= longestLine) rest.push(chunk.subarray(start));
      held += chunk.length - start;
    }
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [Buffer.concat(rest)];
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.length !== 1 || args[0] !== '--jsonl') {
    process.stderr.write(
      `${args.length === 0 ? 'Thiếu --jsonl.' : `Không hiểu: ${args.join(' ')}.`} ${usage}\n`,
    );
    return 2;
  }
  const { rulebooks, problems } = loadRulebooks();
  if (problems.length > 0) {
    process.stderr.write(`${problems.map(showProblem).join('\n')}\n`);
    return 2;
  }
  const output = new WriteBehind();
  let number = 1;
  let refused = false;
  for await (const lines of batchesOfLines(process.stdin)) {
    const said = answerLines(output.filling, rulebooks, lines, number);
    number += lines.length;
    if (said !== '') {
      refused = true;
      process.stderr.write(said);
    }
    await output.send();
  }
  await output.end();
  return refused ? 2 : 0;
}

process.exitCode = await main();
