import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beforeEvent, completeWhen, readWhen } from './index.ts';
import { meaning } from './testing/meaning.ts';
import { fold } from './typed-text.ts';

/** A Saturday morning. */
const TODAY = '2026-11-21';
const CONTEXT = { now: '2026-11-21T08:00:00+07:00', today: TODAY };

/** Lines “phrase => meaning | what is left”. */
function rows(file: string): string[][] {
  const lines = readFileSync(join(import.meta.dirname, 'testing', file), 'utf8')
    .trim()
    .split('\n');
  return lines.map(line => /^(.*) => (.*?) \|\s?(.*)$/.exec(line)!.slice(1));
}

const read = (text: string): string => {
  const found = readWhen(text, CONTEXT);
  return `${meaning(found, TODAY)} | ${found.rest}`;
};
const asked = (text: string) => {
  const found = readWhen(text, CONTEXT);
  if (found.kind !== 'ask') throw new Error(`read without asking: ${text}`);
  return found;
};

describe('phrases as people type them', () => {
  it.each(rows('phrases.txt'))('[N23] %s: %s', (phrase, means, rest) => {
    expect(read(phrase!)).toBe(`${means} | ${rest}`);
    expect(fold(read(fold(phrase!)))).toBe(fold(`${means} | ${rest}`));
  });

  it.each(rows('phrases-as-typed.txt'))('[N23] as it is spelled, %s: %s', (phrase, means, rest) => {
    expect(read(phrase!)).toBe(`${means} | ${rest}`);
  });

  it('[N23] letters of two code points are read as letters of one', () => {
    expect(read('Thứ Sáu tuần sau, 7 giờ tối họp'.normalize('NFD'))).toBe('2026-11-27 19:00 | họp');
  });

  it('[N26] of today, what has no hour of its own must lie ahead of the hour at which it would come', () => {
    const at = (hour: string) => meaning(readWhen('hôm nay nộp báo cáo', { ...CONTEXT, hour }), TODAY);
    expect([at('07:30'), at('08:00'), at('08:01')]).toEqual([`? past ${TODAY}`, `? past ${TODAY}`, TODAY]);
  });

  it('[N26] a lunar day once is the next one, also over the turn of the year', () => {
    const late = { now: '2027-02-10T08:00:00+07:00', today: '2027-02-10' };
    expect(meaning(readWhen('trước mùng 6 Tết 3 ngày', late), late.today)).toBe('2028-01-28');
  });
});

describe('what is asked', () => {
  it.each([
    ['lúc 2 giờ mai họp', 'chiều', '2026-11-22 14:00 | họp'],
    ['luc 2 gio mai hop', 'chiều', '2026-11-22 14:00 | hop'],
    ['lúc 2 giờ mai họp', 'chieu', '2026-11-22 14:00 | họp'],
    ['6 giờ mai họp', 'toi', '2026-11-22 18:00 | họp'],
    ['tối mai họp chi bộ', '7 giờ', '2026-11-22 19:00 | họp chi bộ'],
    ['nhắc tôi họp chi bộ', '7 giờ tối thứ Sáu', '2026-11-27 19:00 | họp chi bộ'],
    ['nhắc tôi họp chi bộ', 'thu sau hang tuan', 'weekly 5 | họp chi bộ'],
    ['nhắc tôi họp', '15/12', '2026-12-15 | họp'],
    ['31/2 họp', '28/2', '2027-02-28 | họp'],
    ['họp lúc 8h ngày 3/1/2024', '3/1/2027', '2027-01-03 08:00 | họp'],
    ['họp chi bộ thứ', 'thứ Tư', '2026-11-25 | họp chi bộ'],
    ['lúc 27 giờ mai họp', '17 giờ', '2026-11-22 17:00 | họp'],
    ['tuần sau họp', 'thứ Hai', '2026-11-23 | họp'],
    ['đầu tháng 12 họp', 'ngày 5', '2026-12-05 | họp'],
    ['hằng tháng họp chi bộ lúc 19h', 'ngày 3', 'monthly 3 19:00 | họp chi bộ'],
    ['6 tháng một lần kiểm điểm', 'ngày 30', 'monthly 30/6 from 2026-11-30 | kiểm điểm'],
    ['hằng tuần giao ban', 'thứ Hai', 'weekly 1 | giao ban'],
    ['thứ 7 họp', '28/11/2026', '2026-11-28 | họp'],
    ['thứ 7 họp', 'Thứ Bảy, ngày 21/11/2026 (hôm nay)', '2026-11-21 | họp'],
    ['thứ 2 và thứ 5 họp', 'hằng tuần', 'weekly 1,4 | họp'],
    ['thứ Hai đầu tiên họp', 'một lần', '2026-12-07 | họp'],
    ['trước cuối quý gửi báo cáo', '5 ngày', '2026-12-26 | gửi báo cáo'],
    ['12 giờ đêm ngày 3/12 trực', '0 giờ ngày 4/12', '2026-12-04 00:00 | trực'],
    ['thứ 3 ngày 23/11 họp', 'ngày 24/11', '2026-11-24 | họp'],
  ])('[N24] “%s”, answered “%s”: %s', (text, answer, means) => {
    expect(read(completeWhen(text, asked(text), answer))).toBe(means);
  });

  it('[N24] what is not clear stands where it was typed', () => {
    const ask = asked('Họp chi bộ ngày 31/2 nhé');
    expect(ask).toMatchObject({ about: 'no-such-date', said: 'ngày 31/2', at: 11, rest: 'Họp chi bộ' });
  });

  it('[N24] an event whose day is not known is asked for, then counted back from', () => {
    const ask = asked('trước đại hội 2 tuần lúc 8h gửi tài liệu');
    if (ask.about !== 'event-date') throw new Error(ask.about);
    expect(ask).toMatchObject({ event: 'đại hội', daysBefore: 14, time: '08:00', rest: 'gửi tài liệu' });
    expect(meaning(beforeEvent(ask, '2026-12-20', CONTEXT), TODAY)).toBe('2026-12-06 08:00');
    expect(meaning(beforeEvent(ask, '2026-12-01', CONTEXT), TODAY)).toBe('? past 2026-11-17');
    const month = asked('trước đại hội 1 tháng gửi tài liệu');
    if (month.about !== 'event-date') throw new Error(month.about);
    expect(meaning(beforeEvent(month, '2027-03-31', CONTEXT), TODAY)).toBe('2027-02-28');
  });

  it('[N24] an hour that is over today is past, without a day it is tomorrow’s', () => {
    expect(read('7 giờ sáng hôm nay họp')).toBe('? past 2026-11-21 | họp');
    expect(read('7 giờ sáng họp')).toBe('2026-11-22 07:00 | họp');
    expect(read('9 giờ sáng họp')).toBe('2026-11-21 09:00 | họp');
  });
});

describe('any text', () => {
  const words = (
    'thứ 2 3 6 13 15 31 32 99 ngày tháng tuần quý năm giờ h : / - . , và đến từ trước sau hằng mỗi cuối đầu giữa hết ' +
    'tối sáng đêm mai mốt nay rằm Tết âm lịch Chạp Giêng một hai mười mươi tư lần nữa này tới đầu-tiên phút rưỡi kém ' +
    'IV 2026 2027 0001 9999 (5/12) nhắc tôi trước khi đại hội chủ nhật t2 CN'
  ).split(' ');

  it('[N27] is read or asked about, never an exception; what it leaves are words of its own', () => {
    const sentence = array(constantFrom(...words), { maxLength: 12 }).map(parts =>
      parts.join(' ').replace('-', ' '),
    );
    assert(
      property(sentence, text => {
        for (const typed of [text, fold(text)]) {
          const found = readWhen(typed, CONTEXT);
          for (const word of found.rest.split(/\s+/u)) expect(typed).toContain(word);
          if (found.kind === 'ask')
            expect(typed.slice(found.at, found.at + found.said.length)).toBe(found.said);
          else expect(found.schedule.days.kind === 'once' && found.schedule.days.date < TODAY).toBe(false);
        }
      }),
      { numRuns: 1500 },
    );
    assert(
      property(string({ unit: 'grapheme', maxLength: 60 }), text => void readWhen(text, CONTEXT)),
      {
        numRuns: 500,
      },
    );
  }, 60_000);

  it('[N27] what is far too long is not searched', () => {
    const long = 'ngày 5/12 họp, '.repeat(400);
    expect(readWhen(long, CONTEXT)).toMatchObject({ kind: 'ask', about: 'when' });
  });
});
