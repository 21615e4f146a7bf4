/** The commands as a program meets them: processes, pipes, exit codes. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

function run(script: string, args: string[], input: string | Buffer = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts', script), ...args], { cwd: root });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', chunk => out.push(chunk));
    child.stderr.on('data', chunk => err.push(chunk));
    child.on('error', reject);
    child.on('close', code =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
    child.stdin.end(input);
  });
}

const evaluate = (input: string | Buffer): Promise<Ran> => run('evaluate.ts', ['--jsonl'], input);
const good = (id: string): string =>
  JSON.stringify({
    id,
    plan: 'tkv-1288-kh-du',
    subject: 'chi-bo-co-so',
    year: 2024,
    answers: { 'cb-1.3.3': { count: 0 } },
  });
const lines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));

describe('[E18] evaluate --jsonl', () => {
  test('answers every line in order and exits with 0', async () => {
    const { code, out, err } = await evaluate(`${good('a')}\n\n  \n${good('b')}\r\n${good('c')}`);
    expect([code, err]).toEqual([0, '']);
    expect(lines(out).map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a', 'unknown'],
      ['b', 'unknown'],
      ['c', 'unknown'],
    ]);
  });

  test('a refused line is answered in its place, the others as usual, said on standard error, exit code 2', async () => {
    const input = [good('a'), '', '{"id":"b","plan":"x"}', 'hỏng', good('c')].join('\n');
    const { code, out, err } = await evaluate(input);
    expect(code).toBe(2);
    expect(lines(out)).toMatchObject([
      { id: 'a', outcome: 'unknown' },
      { id: 'b', line: 3, field: 'plan', error: expect.any(String) },
      { id: null, line: 4, field: null, error: expect.any(String) },
      { id: 'c', outcome: 'unknown' },
    ]);
    expect(err.trimEnd().split('\n')).toHaveLength(2);
    expect(err).toContain('Dòng 3, trường plan: ');
  });

  test('a byte order mark is passed over; bytes that are no UTF-8 and lines without end are refused', async () => {
    const bad = Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xff]), Buffer.from('"}\n')]);
    const input = Buffer.concat([
      Buffer.from(`\uFEFF${good('a')}\n`),
      bad,
      Buffer.from(`"${'x'.repeat(3_000_000)}"\n`),
      Buffer.from(good('d')),
    ]);
    const { code, out } = await evaluate(input);
    expect(code).toBe(2);
    expect(lines(out).map(({ id, error }) => error ?? id)).toEqual([
      'a',
      expect.stringContaining('UTF-8'),
      expect.stringContaining('1 MB'),
      'd',
    ]);
  });

  test('nothing in, nothing out', async () => {
    expect(await evaluate('')).toEqual({ code: 0, out: '', err: '' });
  });

  test('a line is answered before the next one is sent', async () => {
    const child = spawn(process.execPath, [join(root, 'scripts/evaluate.ts'), '--jsonl'], { cwd: root });
    const answer = () =>
      new Promise<string>(resolve => {
        let text = '';
        const take = (chunk: Buffer): void => {
          text += chunk.toString();
          if (!text.endsWith('\n')) return;
          child.stdout.off('data', take);
          resolve(text);
        };
        child.stdout.on('data', take);
      });
    for (const id of ['a', 'b']) {
      const answered = answer();
      child.stdin.write(`${good(id)}\n`);
      expect(JSON.parse(await answered).id).toBe(id);
    }
    child.stdin.end();
    await new Promise(closed => child.on('close', closed));
  });

  test('a reader that stops early ends it quietly, and a slow one holds it back', async () => {
    const child = spawn(process.execPath, [join(root, 'scripts/evaluate.ts'), '--jsonl'], { cwd: root });
    let err = '';
    child.stderr.on('data', chunk => {
      err += chunk;
    });
    child.stdin.on('error', () => {});
    child.stdin.write(`${good('a')}\n`.repeat(20_000));
    const closed = new Promise<number | null>(resolve => child.on('close', resolve));
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await closed).toBe(0);
    expect(err).toBe('');
  });

  test.each([[[]], [['--json']], [['--jsonl', 'tệp']]])(
    'wrong use %j is said in Vietnamese, exit code 2',
    async args => {
      const { code, out, err } = await run('evaluate.ts', args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('Cách dùng');
    },
  );
});

describe('[E19] duties --json', () => {
  const window = ['--from', '2026-11-01', '--to', '2026-12-31'];
  const duties = (...args: string[]): Promise<Ran> => run('duties.ts', args);

  test('prints the occurrences of the window', async () => {
    const { code, out, err } = await duties(
      '--json',
      '--plan',
      'quang-binh-69-kh-duk',
      '--subject',
      'chi-bo',
      ...window,
    );
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out).map(({ id, due }: { id: string; due: string }) => [id, due])).toContainEqual([
      'd1-1',
      '2026-12-19',
    ]);
  });

  test.each([
    [['--plan', 'tkv-1288-kh-du', ...window], 'thiếu --json'],
    [['--json', ...window], 'thiếu --plan'],
    [['--json', '--plan', 'tkv', ...window], 'không có kế hoạch “tkv”'],
    [
      ['--json', '--plan', 'tkv-1288-kh-du', '--subject', 'chi-bo-ap', ...window],
      'không có đối tượng “chi-bo-ap”',
    ],
    [
      ['--json', '--plan', 'tkv-1288-kh-du', '--from', '2026-12-01', '--to', '2026-11-01'],
      '--from 2026-12-01 sau --to',
    ],
    [
      ['--json', '--plan', 'tkv-1288-kh-du', '--from', '2026-02-30', '--to', '2026-11-01'],
      '“2026-02-30” không phải ngày có thật',
    ],
    [
      ['--json', '--plan', 'tkv-1288-kh-du', '--from', '1/11/2026', '--to', '2026-11-01'],
      'không phải ngày có thật',
    ],
    [['--json', '--plan', 'tkv-1288-kh-du', '--plan', 'x', ...window], '--plan có hai lần'],
    [['--json', '--plan', 'tkv-1288-kh-du', '--to', '2026-11-01', '--from'], '--from thiếu giá trị'],
    [['--json', '--ngay', '1'], 'không hiểu “--ngay”'],
  ])('wrong use %j is said in Vietnamese, exit code 2', async (args, said) => {
    const { code, out, err } = await duties(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });
});
