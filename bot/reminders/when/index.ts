/** The door of Vietnamese dates: phrases read and said, days of schedules, the lunar calendar, days off. */
export { sayWhen } from '../../words/when-words.ts';
export { beforeEvent, completeWhen } from './complete-when.ts';
export { datesOfSchedule } from './dates-of.ts';
export { dayOff, lastWorkingDayBefore } from './days-off.ts';
export { instantOf } from './instant-of.ts';
export type { LunarDate } from './lunar.ts';
export { lunarOf, solarOf } from './lunar.ts';
export { readWhen } from './read-when.ts';
export type { Days, Schedule } from './schedule.ts';
export type { Ask, PartOfDay, ReadWhen, ReadWhenContext, Unit } from './when-said.ts';
