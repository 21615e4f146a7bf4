import type { Days, ReadWhen } from '../index.ts';

/** What was read, short enough for a table: “weekly 1,3,5 07:30 until 2027-06-30”, “? hour”. */
export function meaning(read: ReadWhen, today: string): string {
  if (read.kind === 'ask') return `? ${asked(read)}`;
  const { days, time, from, until } = read.schedule;
  const bounded = days.kind !== 'once' && from !== today ? `from ${from}` : '';
  return [daysOf(days), time, bounded, until && `until ${until}`].filter(Boolean).join(' ');
}

function asked(read: Extract<ReadWhen, { kind: 'ask' }>): string {
  switch (read.about) {
    case 'event-date':
      return `event ${read.event} ${read.monthsBefore ? `${read.monthsBefore}m` : `${read.daysBefore}d`}`;
    case 'day-of':
      return `day-of ${read.unit}${read.from ? ` ${read.from}` : ''}`;
    case 'which-day':
      return `which-day ${read.dates.join(' ')}`;
    case 'hour':
      return `hour ${read.part}`;
    case 'past':
      return `past ${read.date}`;
    case 'midnight':
      return `midnight ${read.time}`;
    default:
      return read.about;
  }
}

function daysOf(days: Days): string {
  switch (days.kind) {
    case 'once':
      return days.date;
    case 'daily':
      return 'daily';
    case 'weekly':
      return `weekly ${days.weekdays}`;
    case 'monthly':
      return `monthly ${days.day}${days.every === 1 ? '' : `/${days.every}`}`;
    case 'monthly-weekday':
      return `weekday ${days.weekday} nth ${days.nth}`;
    case 'period-end':
      return `end of ${days.period}${days.daysBefore ? ` -${days.daysBefore}` : ''}`;
    case 'yearly':
      return `yearly ${days.day}/${days.month}`;
    case 'lunar':
      return `lunar ${days.day}/${days.month ?? '*'}${days.once ? '' : ' always'}`;
  }
}
