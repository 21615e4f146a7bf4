import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import type { Reply } from '../../bot/index.ts';

const CHAT = join(import.meta.dirname, '..', 'chat.ts');

/** One line for `chat --jsonl`. */
export type Line = { text: string } | { choice: string };

/** A running `chat --jsonl`: lines in, the replies of each line out. */
export class ChatProcess {
  private readonly child: ChildProcess;
  private readonly waiting: ((replies: Reply[] | null) => void)[] = [];
  private rest = '';
  private dead = false;
  readonly closed: Promise<void>;
  errors = '';

  constructor(directory: string, user: string, now = '2026-11-21T08:00+07:00') {
    this.child = spawn(process.execPath, [CHAT, '--jsonl', '--user', user, '--now', now], {
      // Compiled code is kept between the many starts.
      env: { ...process.env, DATA_DIR: directory, NODE_COMPILE_CACHE: join(directory, '.compiled') },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child.stdin!.on('error', () => {});
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    this.child.stdout!.setEncoding('utf8').on('data', (text: string) => this.read(text));
    this.closed = new Promise(resolve =>
      this.child.once('close', () => {
        this.dead = true;
        for (const answer of this.waiting.splice(0)) answer(null);
        resolve();
      }),
    );
  }

  /** The replies to a line; null when the process ended before it answered. */
  say(line: Line): Promise<Reply[] | null> {
    if (this.dead) return Promise.resolve(null);
    return new Promise(resolve => {
      this.waiting.push(resolve);
      this.child.stdin!.write(`${JSON.stringify(line)}\n`);
    });
  }

  async end(): Promise<void> {
    this.child.stdin!.end();
    await this.closed;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.closed;
  }

  private read(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop()!;
    for (const line of lines) {
      const { replies } = JSON.parse(line) as { replies?: Reply[] };
      if (!replies) throw new Error(`refused: ${line}`);
      this.waiting.shift()!(replies);
    }
  }
}

/** The prompt that replies end with. */
export function promptIn(replies: readonly Reply[]): { kind: string; id?: string } | null {
  return replies.findLast(reply => reply.prompt)?.prompt ?? null;
}
