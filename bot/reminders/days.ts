/** The day `count` days after another, `YYYY-MM-DD`; before it where `count` is negative. */
export function daysAfter(day: string, count: number): string {
  return Temporal.PlainDate.from(day).add({ days: count }).toString();
}

/** Days from one day to another; negative where it lies before. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to).days;
}
