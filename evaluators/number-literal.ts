/** Numbers as JSON writes them, read by their exact value. */

/** A number that is no safe integer, as it was written. */
export class OddNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  }
  toString(): string {
    return this.text;
  }
}

/** The integer that the literal denotes, or null when it is none within ±(2^53−1). */
function exactInteger(literal: string): number | null {
  const [mantissa = '', exponent = '0'] = literal.toLowerCase().split('e');
  const negative = mantissa.startsWith('-');
  const [whole = '', decimals = ''] = (negative ? mantissa.slice(1) : mantissa).split('.');
  const significant = (whole + decimals).replace(/^0+/, '');
  const digits = significant.replace(/0+$/, '');
  if (digits === '') return 0;
  const zeros = Number(exponent) - decimals.length + (significant.length - digits.length);
  if (zeros < 0 || digits.length + zeros > 16) return null;
  const value = BigInt(digits + '0'.repeat(zeros));
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return negative ? -Number(value) : Number(value);
}

/** The integer, or the literal itself where it is no safe integer. */
export const readNumber = (literal: string): number | OddNumber =>
  exactInteger(literal) ?? new OddNumber(literal);
