const ZONE = 'Asia/Ho_Chi_Minh';

/** A clock that goes on by itself and is put forward; never back. */
export class TestClock {
  #ahead: number;
  /** `start` as “2026-11-16T09:00”, in Viet Nam. */
  constructor(start: string) {
    this.#ahead = instantOf(start) - Date.now();
  }
  now = (): number => Date.now() + this.#ahead;
  to(instant: number): void {
    this.#ahead += Math.max(0, instant - this.now());
  }
  /** “2026-11-17 08:00”. */
  get reads(): string {
    const at = Temporal.Instant.fromEpochMilliseconds(this.now()).toZonedDateTimeISO(ZONE);
    return `${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  }
}

/** Milliseconds since 1970 of “2026-11-16T09:00” in Viet Nam. */
export const instantOf = (local: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).epochMilliseconds;
