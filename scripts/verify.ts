/**
 * `npm run verify -- FILE`: is a document as it was issued, and do its answers still give its verdict?
 *
 * Exit code 0: as issued and the verdict holds; 1: something changed; 2: none of ours, cannot be read, wrong use.
 */
import { readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import { documentWords, largestFile, verifyDocument } from '../bot/documents/index.ts';
import { loadRulebooks, showProblem } from '../evaluators/index.ts';

const { verify: words } = documentWords;

/** The file's bytes, or why there are none; a file that is too large is not even read. */
function read(file: string): Uint8Array | string {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return words.noFile(file);
    return stats.size > largestFile ? words.unreadable['too-large'] : readFileSync(file);
  } catch {
    return words.noFile(file);
  }
}

function main(args: readonly string[]): number {
  const [file] = args;
  if (file === undefined || args.length !== 1) {
    process.stderr.write(`${words.usage}\n`);
    return 2;
  }
  const bytes = read(file);
  if (typeof bytes === 'string') {
    process.stdout.write(`${bytes}\n`);
    return 2;
  }
  const { rulebooks, problems } = loadRulebooks();
  for (const problem of problems) process.stderr.write(`${showProblem(problem)}\n`);
  const { code, sentences } = verifyDocument(bytes, rulebooks);
  process.stdout.write(`${sentences.join('\n')}\n`);
  return code;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = main(process.argv.slice(2));
