/** A day that a clause sets as a limit, and the last day on which it is still kept. */
export interface Limit {
  stated: string;
  day: number;
  month: number;
  /** Null when the clause names none. */
  year: number | null;
  /** The clause says that it returns every year. */
  yearly: boolean;
  /** The words behind it up to the next sign: “báo cáo sơ kết”; null when there are none. */
  what: string | null;
}

const BEFORE =
  /(trước|đến|đến hết|chậm nhất|muộn nhất|hạn cuối)\s+(?:là\s+)?(?:ngày\s+)(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?/giu;
const MONTH = /(?<!\d\s)tháng\s+(\d{1,2})(?!\s*năm\s+\d|\/|\d|\s+đầu|\s+cuối)(?:\s+(?:hằng|hàng)\s+năm)/giu;
const QUARTER = /quý\s+(IV|III|II|I|[1-4])(?:[\s/]+(?:năm\s+)?(\d{4}))/giu;
const YEAR = /đến\s+năm\s+(\d{4})/giu;
const ROMAN: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4 };

/** The limits a passage states, in its order. “Trước ngày X” leaves X out: the last day is the day before. */
export function readLimits(quote: string): Limit[] {
  const found: (Omit<Limit, 'yearly' | 'what'> & { at: number })[] = [];
  for (const m of quote.matchAll(BEFORE)) {
    const given = Number(m[4] ?? 0) || null;
    const day = { day: Number(m[2]), month: Number(m[3]), year: given };
    if (!isDay(day)) continue;
    const last = m[1]!.toLowerCase() === 'trước' ? dayBefore(day) : day;
    found.push({ at: m.index, stated: m[0], ...last });
  }
  for (const m of quote.matchAll(MONTH)) {
    found.push({ at: m.index, stated: m[0], ...endOfMonth(Number(m[1]), null) });
  }
  for (const m of quote.matchAll(QUARTER)) {
    const quarter = ROMAN[m[1]!.toUpperCase()] ?? Number(m[1]);
    found.push({ at: m.index, stated: m[0], ...endOfMonth(quarter * 3, Number(m[2])) });
  }
  for (const m of quote.matchAll(YEAR))
    found.push({ at: m.index, stated: m[0], day: 31, month: 12, year: Number(m[1]) });
  const everyYear = /(hằng|hàng|mỗi)\s+năm/iu.test(quote);
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ at: _, ...limit }) => ({
      ...limit,
      yearly: limit.year === null && everyYear,
      what: behind(quote, limit.stated),
    }));
}

function behind(quote: string, stated: string): string | null {
  const words = quote
    .slice(quote.indexOf(stated) + stated.length)
    .split(/[,;.(]/)[0]!
    .trim();
  return words === '' ? null : words.split(/\s+/).slice(0, 4).join(' ');
}

export interface Day {
  day: number;
  month: number;
  year: number | null;
}

/** A day that a person names in a question: “20/12”, “ngày 30 tháng 11”. */
export function readDay(text: string): Day | null {
  const m =
    /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?![\d/])/u.exec(text) ??
    /(\d{1,2})\s+th[aá]ng\s+(\d{1,2})(?:\s+n[aă]m\s+(\d{4}))?/iu.exec(text);
  if (!m) return null;
  const day = { day: Number(m[1]), month: Number(m[2]), year: m[3] ? Number(m[3]) : null };
  return isDay(day) ? day : null;
}

function isDay({ day, month }: { day: number; month: number }): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(month, 2024);
}

function dayBefore(at: { day: number; month: number; year: number | null }): typeof at {
  if (at.day > 1) return { ...at, day: at.day - 1 };
  if (at.month === 1) return { day: 31, month: 12, year: at.year === null ? null : at.year - 1 };
  return { day: lengthOf(at.month - 1, at.year ?? 2023), month: at.month - 1, year: at.year };
}

function endOfMonth(month: number, year: number | null): { day: number; month: number; year: number | null } {
  return { day: lengthOf(month, year ?? 2023), month, year };
}

function lengthOf(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
