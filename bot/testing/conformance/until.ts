/** Resolves when `holds` does; throws after five seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let k = 0; k < 1_000; k++) {
    if (holds()) return;
    await new Promise(done => setTimeout(done, 5));
  }
  throw new Error('it never came to hold');
}
