const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/**
 * Apparent longitude of the Sun in degrees, 0 to 360, at a Julian Ephemeris Day.
 * Source: Meeus, Astronomical Algorithms, 2nd edition, chapter 25.
 */
export function sunLongitude(day: number): number {
  const t = (day - 2451545) / 36525;
  const mean = 280.46646 + 36000.76983 * t + 0.0003032 * t ** 2;
  const anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t ** 2;
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t ** 2) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly);
  const longitude = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((longitude % 360) + 360) % 360;
}
