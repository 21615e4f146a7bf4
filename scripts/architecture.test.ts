import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const FOLDERS = ['bot', 'knowledge', 'evaluators', 'scripts'];
/** Tests and what serves only them may look behind the doors. */
const isTest = (file: string): boolean => /\.test\.ts$/.test(file) || /(^|\/)testing\//.test(file);
const files = globSync(
  FOLDERS.map(folder => `${folder}/**/*.ts`),
  { cwd: root },
)
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => !isTest(file));

interface Import {
  from: string;
  /** Path from the root for our own files, package name for others. */
  to: string;
}

const imports: Import[] = files.flatMap(from =>
  [...source(from).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(match => {
    const target = match[1]!;
    const to = target.startsWith('.')
      ? relative(root, join(root, dirname(from), target)).replaceAll('\\', '/')
      : target;
    return { from, to };
  }),
);

function source(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

const room = (file: string): string => file.split('/')[0]!;
const ours = imports.filter(({ to }) => FOLDERS.includes(room(to)));
const DOORS = new Set([
  'knowledge/index.ts',
  'evaluators/index.ts',
  'bot/index.ts',
  'bot/documents/index.ts',
  'bot/store/index.ts',
  'bot/converse.ts',
]);
const show = ({ from, to }: Import): string => `${from} → ${to}`;

describe('the arrows between the rooms', () => {
  it('[R1] knowledge and evaluators import nothing of ours', () => {
    const wrong = ours.filter(
      ({ from, to }) => ['knowledge', 'evaluators'].includes(room(from)) && room(to) !== room(from),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('[R1] bot reaches knowledge and evaluators through their doors, and scripts not at all', () => {
    const wrong = ours.filter(({ from, to }) => room(from) === 'bot' && room(to) !== 'bot' && !DOORS.has(to));
    expect(wrong.map(show)).toEqual([]);
  });

  it('[R1] scripts go through the doors and are imported by nobody', () => {
    const wrong = ours.filter(
      ({ from, to }) =>
        (room(from) === 'scripts' && room(to) !== 'scripts' && !DOORS.has(to) && !isTest(to)) ||
        (room(from) !== 'scripts' && room(to) === 'scripts'),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('[R2] a dialogue imports no other dialogue', () => {
    const dialogue = (file: string): string | null => /^bot\/dialogues\/([^/.]+)/.exec(file)?.[1] ?? null;
    const shared = new Set(['state', 'turn', 'step']);
    const wrong = ours.filter(({ from, to }) => {
      const [a, b] = [dialogue(from), dialogue(to)];
      return a !== null && b !== null && a !== b && !shared.has(a) && !shared.has(b);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('[R7] no file comes back to itself along imports, types included', () => {
    const next = Map.groupBy(ours, ({ from }) => from);
    const clear = new Set<string>();
    const circleFrom = (file: string, way: readonly string[]): readonly string[] | null => {
      if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
      if (clear.has(file)) return null;
      for (const { to } of next.get(file) ?? []) {
        const circle = circleFrom(to, [...way, file]);
        if (circle) return circle;
      }
      clear.add(file);
      return null;
    };
    expect(files.map(file => circleFrom(file, [])).filter(circle => circle !== null)).toEqual([]);
  });
});

describe('what only one place may use', () => {
  it.each([
    ['[R3] SQL only in bot/store', /^(better-sqlite3|kysely|kysely\/.*|pg)$/, /^bot\/store\//],
    ['[R3] LangChain only in knowledge/models', /^@?langchain/, /^knowledge\/models\//],
    ['[R3] hnswlib-node only in knowledge/search', /^hnswlib-node$/, /^knowledge\/search\//],
    ['[R3] grammY only in bot/channels', /^(grammy|@grammyjs\/.*)$/, /^bot\/channels\//],
    ['[R3] HTTP serving only in bot/channels', /^(hono|hono\/.*|@hono\/.*)$/, /^bot\/channels\//],
  ])('%s', (_, packages, allowed) => {
    const wrong = imports.filter(({ from, to }) => packages.test(to) && !allowed.test(from));
    expect(wrong.map(show)).toEqual([]);
  });

  it('[R4] the environment is read in bot/config.ts alone', () => {
    const wrong = files.filter(file => /process\.env|\benv\b.*from 'node:process'/.test(source(file)));
    expect(wrong.filter(file => file !== 'bot/config.ts' && file !== 'scripts/provide-browser.ts')).toEqual(
      [],
    );
  });

  it('[R4] the clock is read in bot/main.ts and scripts alone', () => {
    const wrong = files.filter(file => /Temporal\.Now|Date\.now\(|new Date\(\)/.test(source(file)));
    expect(wrong.filter(file => file !== 'bot/main.ts' && room(file) !== 'scripts')).toEqual([]);
  });

  it('[R5] evaluators open no file of plans, no network, no clock', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        room(from) === 'evaluators' && /^node:(http|https|net|dns|dgram|child_process)$/.test(to),
    );
    expect(wrong.map(show)).toEqual([]);
  });
});

describe('the size of things', () => {
  it('[R6] most files are of one idea: nine in ten under 150 lines, none over 320', () => {
    const lengths = files.map(file => source(file).split('\n').length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(320);
    expect(lengths.filter(n => n > 150).length / lengths.length).toBeLessThan(0.1);
  });
});
