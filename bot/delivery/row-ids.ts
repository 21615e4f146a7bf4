/** Ids that sort by when they were made; those of one process never meet another's. `tag`: four letters or digits. */
export function openRowIds(now: () => number, tag: string): () => string {
  let last = 0;
  let count = 0;
  return () => {
    const time = Math.max(last, now());
    count = time === last ? count + 1 : 0;
    last = time;
    return time.toString(36).padStart(9, '0') + count.toString(36).padStart(4, '0') + tag;
  };
}
