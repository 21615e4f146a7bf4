/** Meeus, Astronomical Algorithms, 2nd edition, chapter 49: within a few seconds for the centuries around 2000. */

const SYNODIC_MONTH = 29.530588861;
/** Julian Ephemeris Day of new moon 0, 6 January 2000. */
const FIRST = 2451550.09766;

/** Days times 100,000; multiples of the Sun's anomaly, the Moon's anomaly and the Moon's argument of latitude. */
const PERIODIC: readonly (readonly [amount: number, sun: number, moon: number, latitude: number])[] = [
  [-40720, 0, 1, 0],
  [17241, 1, 0, 0],
  [1608, 0, 2, 0],
  [1039, 0, 0, 2],
  [739, -1, 1, 0],
  [-514, 1, 1, 0],
  [208, 2, 0, 0],
  [-111, 0, 1, -2],
  [-57, 0, 1, 2],
  [56, 1, 2, 0],
  [-42, 0, 3, 0],
  [42, 1, 0, 2],
  [38, 1, 0, -2],
  [-24, -1, 2, 0],
  [-7, 2, 1, 0],
  [4, 0, 2, -2],
  [4, 3, 0, 0],
  [3, 1, 1, -2],
  [3, 0, 2, 2],
  [-3, 1, 1, 2],
  [3, -1, 1, 2],
  [-2, -1, 1, -2],
  [-2, 1, 3, 0],
  [2, 0, 4, 0],
];

/** Of the planets: days times 1,000,000, degrees at new moon 0, degrees a month. */
const PLANETS: readonly (readonly [amount: number, start: number, rate: number])[] = [
  [325, 299.77, 0.107408],
  [165, 251.88, 0.016321],
  [164, 251.83, 26.651886],
  [126, 349.42, 36.412478],
  [110, 84.66, 18.206239],
  [62, 141.74, 53.303771],
  [60, 207.14, 2.453732],
  [56, 154.84, 7.30686],
  [47, 34.52, 27.261239],
  [42, 207.19, 0.121824],
  [40, 291.34, 1.844379],
  [37, 161.72, 24.198154],
  [35, 239.56, 25.513099],
  [23, 331.55, 3.592518],
];

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/** Julian Ephemeris Day (Terrestrial Time) of the k-th new moon after that of 6 January 2000. */
export function newMoon(k: number): number {
  const t = k / 1236.85;
  const eccentricity = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2;
  let day = FIRST + SYNODIC_MONTH * k + 0.00015437 * t ** 2 - 0.00000015 * t ** 3;
  day -= 0.00017 * sin(node);
  for (const [amount, a, b, c] of PERIODIC)
    day += (amount / 1e5) * eccentricity ** Math.abs(a) * sin(a * sun + b * moon + c * latitude);
  for (const [amount, start, rate] of PLANETS) day += (amount / 1e6) * sin(start + rate * k);
  return day;
}

/** Number of the last new moon that is about to come or has come near a Julian Day; may be one off. */
export function newMoonNumber(julianDay: number): number {
  return Math.floor((julianDay - FIRST) / SYNODIC_MONTH);
}
