/**
 * How fast verdicts are: traced evaluations on the TKV chi bộ rulebook, in one run with json-rules-engine and
 * publicodes on the same twenty rules and the same assessments, and the command on many lines.
 *
 * The other engines say met or unmet of each criterion and of the verdict; they give no trace in the plan's words,
 * no missing answers and no repairs, so the comparison favours them. All three must agree on every assessment.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Engine } from 'json-rules-engine';
import Publicodes from 'publicodes';
import {
  type Answers,
  compileSubject,
  evaluateCompiled,
  loadRulebooks,
  type Requirement,
  type Rulebook,
} from '../../evaluators/index.ts';
import { allMet, failing, requirementsFor } from '../../evaluators/testing/answers-for.ts';

export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What issue 3 asks for; null: only for comparison. */
  target: { at: 'least' | 'most'; value: number } | null;
}

const plan = 'tkv-1288-kh-du';
const subject = 'chi-bo-co-so';

/** Assessments with every answer given; two thirds of them met. */
function assessments(book: Rulebook, many: number): Answers[] {
  const requirements = requirementsFor(book, subject);
  const passing = allMet(book, subject);
  return Array.from({ length: many }, (_, at) => {
    const whole = 10 + (at % 30);
    const answers = { ...passing, 'cb-1.1.3b': { part: Math.ceil((whole * 9) / 10), whole } };
    const wrong = at % 3 === 0 ? requirements[(at / 3) % requirements.length]! : null;
    return wrong === null ? answers : { ...answers, [wrong.id]: failing(wrong) };
  });
}

interface Rate {
  perSecond: number;
  /** Milliseconds below which 99 of 100 evaluations lie. */
  p99: number;
}

/** Warms up, then measures for about `milliseconds`, each evaluation on its own. */
async function measure(many: number, milliseconds: number, once: (at: number) => unknown): Promise<Rate> {
  const loop = async (until: number, times: number[] | null): Promise<void> => {
    for (let at = 0; performance.now() < until; at += 1) {
      const start = performance.now();
      const result = once(at % many);
      if (result instanceof Promise) await result;
      times?.push(performance.now() - start);
    }
  };
  await loop(performance.now() + milliseconds / 2, null);
  const times: number[] = [];
  const start = performance.now();
  await loop(start + milliseconds, times);
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p99: times[Math.floor(times.length * 0.99)]! };
}

type Flat = Record<string, string | number>;

/** Facts as the other engines take them: one value per number. */
function facts(requirements: Requirement[], answers: Answers): Flat {
  const flat: Flat = {};
  for (const { id } of requirements) {
    const answer = answers[id]!;
    if (typeof answer === 'string') flat[id] = answer;
    else for (const [name, value] of Object.entries(answer)) flat[`${id} ${name}`] = value as number;
  }
  return flat;
}

function jsonRulesEngine(book: Rulebook): (flat: Flat) => Promise<boolean> {
  const engine = new Engine([], { allowUndefinedFacts: false });
  engine.addOperator('nineTenths', (part: number, whole: number) => 10 * part >= 9 * whole);
  const condition = (requirement: Requirement) => {
    const { id, kind } = requirement;
    if (kind === 'share')
      return { fact: `${id} part`, operator: 'nineTenths', value: { fact: `${id} whole` } };
    if (kind === 'target')
      return { fact: `${id} done`, operator: 'greaterThanInclusive', value: { fact: `${id} target` } };
    if (kind === 'count') return { fact: `${id} count`, operator: 'equal', value: 0 };
    return { fact: id, operator: 'equal', value: 'met' };
  };
  const own = requirementsFor(book, subject);
  const criteria = book.criteria.filter(({ requirements }) => requirements.some(item => own.includes(item)));
  for (const { id, requirements } of criteria)
    engine.addRule({
      name: id,
      conditions: { all: requirements.filter(item => own.includes(item)).map(condition) },
      event: { type: id },
    });
  return async flat => (await engine.run(flat)).events.length === criteria.length;
}

function publicodes(book: Rulebook): (flat: Flat) => boolean {
  const rules: Record<string, unknown> = {};
  const name = (id: string): string => `r ${id.replaceAll(/[.-]/g, ' ')}`;
  const own = requirementsFor(book, subject);
  const verdict: string[] = [];
  for (const { id, requirements } of book.criteria) {
    const parts = requirements.filter(item => own.includes(item));
    if (parts.length === 0) continue;
    for (const { id, kind } of parts) {
      const fields = { share: ['part', 'whole'], target: ['done', 'target'], count: ['count'] }[
        kind as string
      ] ?? [''];
      for (const field of fields) rules[`${name(id)} ${field} x`.replaceAll('  ', ' ')] = null;
      const value = (field: string): string => `${name(id)} ${field} x`.replaceAll('  ', ' ');
      rules[name(id)] =
        kind === 'share'
          ? { valeur: `10 * ${value('part')} >= 9 * ${value('whole')}` }
          : kind === 'target'
            ? { valeur: `${value('done')} >= ${value('target')}` }
            : kind === 'count'
              ? { valeur: `${value('count')} = 0` }
              : { valeur: `${value('')} = oui` };
    }
    rules[`c ${id.replace('.', ' ')}`] = { 'toutes ces conditions': parts.map(({ id }) => name(id)) };
    verdict.push(`c ${id.replace('.', ' ')}`);
  }
  rules['ket luan'] = { 'toutes ces conditions': verdict };
  const quiet = { log: () => {}, warn: () => {}, error: () => {} };
  const engine = new Publicodes(rules as never, { logger: quiet as never });
  return flat => {
    const situation: Record<string, string | number> = {};
    for (const [key, value] of Object.entries(flat)) {
      const [id = '', field = ''] = key.split(' ');
      situation[`${name(id)} ${field} x`.replaceAll('  ', ' ')] =
        value === 'met' ? 'oui' : value === 'unmet' ? 'non' : value;
    }
    engine.setSituation(situation as never);
    return engine.evaluate('ket luan').nodeValue === true;
  };
}

/** Lines a second of the command, from start to exit, from a file into a file. */
async function commandRate(book: Rulebook, many: number): Promise<number> {
  const some = assessments(book, 300);
  const input = Array.from({ length: many }, (_, at) =>
    JSON.stringify({ id: `e${at}`, plan, subject, year: 2024, answers: some[at % some.length] }),
  ).join('\n');
  const folder = mkdtempSync(join(tmpdir(), 'bench-evaluate-'));
  const [from, to] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')];
  writeFileSync(from, input);
  const [stdin, stdout] = [openSync(from, 'r'), openSync(to, 'w')];
  try {
    const start = performance.now();
    const child = spawn(process.execPath, [join(import.meta.dirname, '../evaluate.ts'), '--jsonl'], {
      stdio: [stdin, stdout, 'inherit'],
    });
    const code = await new Promise<number | null>(resolve => child.on('close', resolve));
    const seconds = (performance.now() - start) / 1000;
    if (code !== 0) throw new Error(`evaluate ended with exit code ${code}`);
    return many / seconds;
  } finally {
    closeSync(stdin);
    closeSync(stdout);
    rmSync(folder, { recursive: true });
  }
}

/** All figures of issue 3; takes about `seconds` for each engine. */
export async function figuresOfEvaluate(seconds = 2): Promise<Figure[]> {
  const book = loadRulebooks().rulebooks.get(plan)!;
  const compiled = compileSubject(book, subject)!;
  const requirements = requirementsFor(book, subject);
  const some = assessments(book, 300);
  const flat = some.map(answers => facts(requirements, answers));
  const rules = jsonRulesEngine(book);
  const codes = publicodes(book);
  for (const [at, answers] of some.entries()) {
    const ours = evaluateCompiled(compiled, { subject, answers }).outcome === 'met';
    if ((await rules(flat[at]!)) !== ours || codes(flat[at]!) !== ours)
      throw new Error(`the engines disagree on assessment ${at}`);
  }
  const ms = seconds * 1000;
  const own = await measure(some.length, ms, at =>
    evaluateCompiled(compiled, { subject, answers: some[at]! }),
  );
  const theirs = await measure(some.length, ms, at => rules(flat[at]!));
  const french = await measure(some.length, ms, at => codes(flat[at]!));
  const lines = await commandRate(book, 60_000);
  return [
    {
      name: 'traced evaluations (TKV chi bộ)',
      value: own.perSecond,
      unit: '/s',
      target: { at: 'least', value: 50_000 },
    },
    { name: 'p99 of one evaluation', value: own.p99, unit: 'ms', target: { at: 'most', value: 0.1 } },
    { name: 'json-rules-engine, same rules', value: theirs.perSecond, unit: '/s', target: null },
    { name: 'publicodes, same rules', value: french.perSecond, unit: '/s', target: null },
    {
      name: 'times json-rules-engine',
      value: own.perSecond / theirs.perSecond,
      unit: '×',
      target: { at: 'least', value: 20 },
    },
    { name: 'times publicodes', value: own.perSecond / french.perSecond, unit: '×', target: null },
    {
      name: 'evaluate --jsonl, start included',
      value: lines,
      unit: 'lines/s',
      target: { at: 'least', value: 20_000 },
    },
  ];
}

const show = ({ name, value, unit, target }: Figure): string => {
  if (target === null) return `${name}: ${value.toPrecision(4)} ${unit}`;
  const reached = target.at === 'least' ? value >= target.value : value <= target.value;
  return `${name}: ${value.toPrecision(4)} ${unit} (${target.at === 'least' ? '≥' : '≤'} ${target.value}: ${reached ? 'reached' : 'NOT REACHED'})`;
};

/** The figures as lines to print. */
export const benchEvaluate = async (seconds = 2): Promise<string[]> =>
  (await figuresOfEvaluate(seconds)).map(show);

if (process.argv[1] === import.meta.filename) process.stdout.write(`${(await benchEvaluate()).join('\n')}\n`);
