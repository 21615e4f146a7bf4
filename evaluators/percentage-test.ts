/**
 * Tests such as `>= 90%` on a share, exact for every safe integer: `part/whole ≥ n/d ⇔ part·d ≥ whole·n`.
 *
 * “từ 90% trở lên” (>=), “trên 90%” (>), “dưới 0,4%” (<), “tối đa” (<=) and “100%” (=) are five different
 * comparisons and are never approximated by one another; nothing is rounded.
 */
export type Operator = '>=' | '>' | '=' | '<' | '<=';

export interface PercentageTest {
  operator: Operator;
  /** The bound is numerator/denominator, in lowest terms. */
  numerator: number;
  denominator: number;
  /** As people read it: `từ 90% trở lên`. */
  words: string;
}

const pattern = /^(>=|<=|>|<|=) (\d{1,3})(?:\.(\d{1,4}))?%$/;

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

const words: Record<Operator, (percent: string) => string> = {
  '>=': percent => `từ ${percent}% trở lên`,
  '>': percent => `trên ${percent}%`,
  '=': percent => `đủ ${percent}%`,
  '<': percent => `dưới ${percent}%`,
  '<=': percent => `không quá ${percent}%`,
};

const known = new Map<string, PercentageTest | null>();

/** Null when the text is no such test, or one that no share, or every share, would pass. */
export function readPercentageTest(text: string): PercentageTest | null {
  let test = known.get(text);
  if (test === undefined) {
    test = parse(text);
    known.set(text, test);
  }
  return test;
}

function parse(text: string): PercentageTest | null {
  const found = pattern.exec(text);
  if (found === null) return null;
  const operator = found[1] as Operator;
  const decimals = found[3] ?? '';
  const scale = 10 ** decimals.length;
  const numerator = Number(found[2]) * scale + Number(decimals || '0');
  const denominator = 100 * scale;
  if (numerator > denominator || (numerator === denominator && (operator === '>' || operator === '<=')))
    return null;
  if (numerator === 0 && (operator === '<' || operator === '>=')) return null;
  const divisor = gcd(numerator, denominator);
  const percent = decimals === '' ? `${Number(found[2])}` : `${Number(found[2])},${decimals}`;
  return {
    operator,
    numerator: numerator / divisor,
    denominator: denominator / divisor,
    words: words[operator](percent),
  };
}

/** Where `left` and `right` may be multiplied without leaving the safe integers. */
const safe = (value: number, factor: number): boolean => value * factor <= Number.MAX_SAFE_INTEGER;

/** Sign of part/whole − bound. `whole` > 0. */
export function compareToBound(part: number, whole: number, test: PercentageTest): number {
  if (safe(part, test.denominator) && safe(whole, test.numerator))
    return part * test.denominator - whole * test.numerator;
  const difference = BigInt(part) * BigInt(test.denominator) - BigInt(whole) * BigInt(test.numerator);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** Whether a difference to the bound, of which only the sign is read, satisfies the operator. */
export function holds(operator: Operator, difference: number): boolean {
  switch (operator) {
    case '>=':
      return difference >= 0;
    case '>':
      return difference > 0;
    case '=':
      return difference === 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
  }
}

/** Whether the mean of several shares (each whole > 0) satisfies the test, exactly. */
export function meanHolds(shares: readonly { part: number; whole: number }[], test: PercentageTest): boolean {
  let numerator = 0n;
  let denominator = 1n;
  for (const { part, whole } of shares) {
    numerator = numerator * BigInt(whole) + BigInt(part) * denominator;
    denominator *= BigInt(whole);
  }
  const left = numerator * BigInt(test.denominator);
  const right = denominator * BigInt(shares.length) * BigInt(test.numerator);
  return holds(test.operator, left > right ? 1 : left < right ? -1 : 0);
}

/** The part nearest to `part` that satisfies the test for this whole (> 0). */
export function nearestPart(whole: number, test: PercentageTest): number {
  const product = BigInt(whole) * BigInt(test.numerator);
  const floor = product / BigInt(test.denominator);
  const exact = floor * BigInt(test.denominator) === product;
  switch (test.operator) {
    case '>=':
    case '=':
      return Number(exact ? floor : floor + 1n);
    case '>':
      return Number(floor + 1n);
    case '<':
      return Number(exact ? floor - 1n : floor);
    case '<=':
      return Number(floor);
  }
}
