import type { Outcome } from '../knowledge/index.ts';
import { figures } from './score-answer.ts';
import type { Run } from './score-runs.ts';

const OUTCOMES: readonly Outcome[] = ['answered', 'not_stated', 'which_plan', 'out_of_scope'];
const NAME = 24;
const COLUMN = 20;

/** Two runs over the same questions beside each other, one line a figure. */
export function sideBySide(plain: Run, modelled: Run): string[] {
  const [before, after] = [plain, modelled].map(allFigures) as [Figures, Figures];
  return [
    row('', 'không mô hình', 'có mô hình'),
    ...before.map(([name, said], at) => row(`${name}:`, said, after[at]![1])),
  ];
}

type Figures = [name: string, said: string][];

function allFigures({ scores, times }: Run): Figures {
  const ordered = [...times].sort((a, b) => a - b);
  const at = (share: number): string =>
    ordered.length === 0 ? '–' : `${Math.round(ordered[Math.floor(share * (ordered.length - 1))]!)} ms`;
  return [
    ...figures(scores),
    ...OUTCOMES.map((outcome): [string, string] => [
      outcome,
      String(scores.filter(({ got }) => got === outcome).length),
    ]),
    ['thời gian trung vị', at(0.5)],
    ['thời gian 95%', at(0.95)],
  ];
}

function row(name: string, first: string, second: string): string {
  return `${name.padEnd(NAME)}${first.padEnd(COLUMN)}${second}`.trimEnd();
}
