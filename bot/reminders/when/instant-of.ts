/** Milliseconds since 1970 of a day `YYYY-MM-DD` and time `HH:MM` of the clock in Viet Nam. */
export function instantOf(date: string, time: string): number {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime('Asia/Ho_Chi_Minh').epochMilliseconds;
}
