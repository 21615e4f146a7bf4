/** The value below which a share of the sorted samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** 0.1234 → “0,12”. */
export function short(value: number, digits = 2): string {
  return value.toFixed(digits).replace('.', ',');
}
