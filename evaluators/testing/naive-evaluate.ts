/**
 * A second evaluator, written from the contract alone and for nothing but tests: rationals in BigInt, no
 * compilation, settled by trying every completion, repairs by trying every set from the smallest on.
 * It shares no judging or folding code with the first one.
 */
import type { Answer, Answers } from '../answer.ts';
import type { Requirement, Rulebook } from '../rulebook.ts';

type Four = 'met' | 'unmet' | 'unknown' | 'na';
export interface NaiveEvaluation {
  outcome: 'met' | 'unmet' | 'unknown' | 'no_verdict';
  criteria: Record<string, Four>;
  requirements: Record<string, Four>;
  missing: string[];
}

const order = ['khong-hoan-thanh', 'hoan-thanh', 'hoan-thanh-tot', 'hoan-thanh-xuat-sac'];
const level = (rank: string): number => order.indexOf(rank.replace(/-nhiem-vu$/, ''));

/** Sign of a/b − c/d, b and d positive. */
function sign(a: bigint, b: bigint, c: bigint, d: bigint): -1 | 0 | 1 {
  const difference = a * d - c * b;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

function percent(test: string): { operator: string; c: bigint; d: bigint } {
  const [operator = '', number = ''] = test.replace('%', '').split(' ');
  const decimals = number.includes('.') ? number.length - number.indexOf('.') - 1 : 0;
  return { operator, c: BigInt(number.replace('.', '')), d: 100n * 10n ** BigInt(decimals) };
}

function passes(test: string, a: bigint, b: bigint): boolean {
  const { operator, c, d } = percent(test);
  const s = sign(a, b, c, d);
  if (operator === '>') return s === 1;
  if (operator === '<') return s === -1;
  if (operator === '=') return s === 0;
  if (operator === '<=') return s !== 1;
  if (operator === '>=') return s !== -1;
  throw new Error(`no such operator: ${operator}`);
}

/** One requirement, by the contract's table. */
export function naiveOutcome(requirement: Requirement, answer: Answer | undefined): Four {
  if (answer === undefined || answer === 'unknown') return 'unknown';
  const fields = typeof answer === 'string' ? {} : (answer as Record<string, unknown>);
  if ('na' in fields) return 'na';
  if ('override' in fields) return fields.override as Four;
  const big = (name: string): bigint => BigInt(fields[name] as number);
  const yes = (met: boolean): Four => (met ? 'met' : 'unmet');
  switch (requirement.kind) {
    case 'statement':
      return yes(answer === 'met');
    case 'share':
      return fields.whole === 0 ? 'unknown' : yes(passes(requirement.test, big('part'), big('whole')));
    case 'target':
      return fields.target === 0 ? 'na' : yes(big('done') >= big('target'));
    case 'count':
      return yes(fields.count === 0);
    case 'rank':
      return yes(level(answer as string) >= level(requirement.test.replace('>= ', '')));
    case 'comparison':
      return yes('now' in fields ? big('now') > big('before') : answer === 'better');
    case 'yearly': {
      const years = fields.years as { part: number; whole: number }[];
      if (years.some(year => year.whole === 0)) return 'unknown';
      let [a, b] = [0n, 1n];
      for (const year of years)
        [a, b] = [a * BigInt(year.whole) + BigInt(year.part) * b, b * BigInt(year.whole)];
      return yes(passes(requirement.test, a, b * BigInt(years.length)));
    }
  }
}

function foldAll(outcomes: Four[], empty: Four): Four {
  const left = outcomes.filter(outcome => outcome !== 'na');
  if (left.length === 0) return empty;
  if (left.includes('unmet')) return 'unmet';
  return left.includes('unknown') ? 'unknown' : 'met';
}

const appliesTo = (requirement: Requirement, subject: string): boolean =>
  !requirement.for || requirement.for.includes(subject);

/** The verdict from outcomes of requirements. */
export function naiveVerdict(
  rulebook: Rulebook,
  subject: string,
  outcomes: Record<string, Four>,
): Pick<NaiveEvaluation, 'outcome' | 'criteria'> {
  const criteria: Record<string, Four> = {};
  const folded: Four[] = [];
  for (const criterion of rulebook.criteria) {
    const own = criterion.requirements.filter(item => appliesTo(item, subject));
    if (own.length === 0) continue;
    const counted = own.filter(item => item.counted).map(item => outcomes[item.id]!);
    criteria[criterion.id] = foldAll(counted, criterion.id === 'V.1' ? 'unknown' : 'na');
    if (!criterion.id.startsWith('III.')) folded.push(criteria[criterion.id]!);
  }
  if (rulebook.verdict.rule === 'none') return { outcome: 'no_verdict', criteria };
  if (folded.includes('unmet')) return { outcome: 'unmet', criteria };
  return { outcome: folded.every(outcome => outcome === 'met') ? 'met' : 'unknown', criteria };
}

export function naiveEvaluate(rulebook: Rulebook, subject: string, answers: Answers): NaiveEvaluation {
  const requirements: Record<string, Four> = {};
  const missing: string[] = [];
  for (const criterion of rulebook.criteria)
    for (const requirement of criterion.requirements) {
      if (!appliesTo(requirement, subject)) continue;
      const outcome = naiveOutcome(requirement, answers[requirement.id]);
      requirements[requirement.id] = outcome;
      if (requirement.counted && outcome === 'unknown') missing.push(requirement.id);
    }
  return { ...naiveVerdict(rulebook, subject, requirements), requirements, missing };
}

/** Every way of completing what is unknown to met, unmet or na gives the same verdict. Exponential. */
export function naiveSettled(rulebook: Rulebook, subject: string, answers: Answers): boolean {
  const { requirements, outcome } = naiveEvaluate(rulebook, subject, answers);
  const open = Object.keys(requirements).filter(id => requirements[id] === 'unknown');
  const tryAll = (at: number, outcomes: Record<string, Four>): boolean =>
    at === open.length
      ? naiveVerdict(rulebook, subject, outcomes).outcome === outcome
      : (['met', 'unmet', 'na'] as const).every(value => tryAll(at + 1, { ...outcomes, [open[at]!]: value }));
  return tryAll(0, requirements);
}
