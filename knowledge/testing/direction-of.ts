const DIMENSION = 24;

/** A vector that looks random and is the same for the same seed. */
export function directionOf(seed: number): number[] {
  return Array.from({ length: DIMENSION }, (_, i) =>
    Math.sin((seed + 1) * 12.9898 + i * 78.233 + (seed % 97) * i),
  );
}
