import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Stand } from '../testing/conformance/stand.ts';
import { openTelegramStand } from '../testing/conformance/telegram-stand.ts';
import { openZaloBotStand } from '../testing/conformance/zalo-bot-stand.ts';
import { openZaloOaStand } from '../testing/conformance/zalo-oa-stand.ts';
import { linkWords } from '../words/delivery-words.ts';
import { remindItemWords } from '../words/remind-item-words.ts';
import type { Arrival, Reminded } from './testing/open-reminded.ts';
import { openReminded } from './testing/open-reminded.ts';
import { TestClock } from './testing/test-clock.ts';

const STANDS = {
  telegram: () => openTelegramStand(true),
  'zalo-bot': () => openZaloBotStand('flat'),
  'zalo-oa': openZaloOaStand,
};
const CHANNELS = ['telegram', 'zalo-bot', 'zalo-oa'] as const;
type Channel = (typeof CHANNELS)[number];

let opened: Reminded[] = [];
afterEach(async () => {
  await Promise.all(opened.map(one => one.close()));
  opened = [];
});

async function open(...channels: Channel[]): Promise<{ one: Reminded; stands: Stand[] }> {
  const stands = await Promise.all(channels.map(channel => STANDS[channel]()));
  const dataDir = mkdtempSync(join(tmpdir(), 'reminded-'));
  const one = await openReminded(dataDir, stands, new TestClock('2026-11-16T09:00'));
  opened.push(one);
  return { one, stands };
}

/** A secretary's unit, whose yearly report is due on Saturday, 19 December, with its plan confirmed. */
async function confirmed(one: Reminded, stand: Stand): Promise<void> {
  await one.say(stand, '/nhacviec');
  await one.choose(stand, 'Kế hoạch 69-KH/ĐUK, Quảng Bình');
  await one.choose(stand, 'Đảng bộ cơ sở');
  await one.choose(stand, 'Xác nhận kế hoạch còn áp dụng');
  await one.say(stand, 'Công văn số 12-CV/ĐU ngày 05/01/2026');
  expect((await one.choose(stand, 'Đúng, ghi nhận'))[0]!.text).toContain('12-CV/ĐU ngày 05/01/2026');
}

async function ownMeeting(one: Reminded, stand: Stand): Promise<void> {
  await one.say(stand, 'nhắc tôi ngày mai lúc 8 giờ họp chi ủy');
  expect((await one.choose(stand, 'Lưu'))[0]!.text).toContain('8 giờ, thứ Ba, ngày 17/11/2026');
}

const labels = ({ message }: Arrival): string[] => message.buttons.map(({ label }) => label);
/** When each came, and its first line. */
const told = (arrivals: readonly Arrival[]): string[] =>
  arrivals.map(({ at, message }) => `${at} ${message.text.split('\n')[0]}`);

const LAST = 'chậm nhất thứ Bảy, ngày 19/12/2026.';
const REPORT = [
  `2026-11-19 07:30 Nhắc việc: còn 30 ngày, ${LAST}`,
  `2026-12-04 07:30 Nhắc việc: còn 15 ngày, ${LAST}`,
  `2026-12-12 07:30 Nhắc việc: còn 7 ngày, ${LAST}`,
  `2026-12-16 07:30 Nhắc việc: còn 3 ngày, ${LAST}`,
  '2026-12-18 07:30 Nhắc việc: ngày mai (thứ Bảy, ngày 19/12/2026) là ngày cuối cùng.',
  '2026-12-19 07:30 Nhắc việc: hôm nay (thứ Bảy, ngày 19/12/2026) là ngày cuối cùng.',
];
/** Secretaries are told in the afternoon of the last day; where messages are counted, in that day's one. */
const UNMARKED = '2026-12-19 15:00 Nhắc việc: hôm nay (thứ Bảy, ngày 19/12/2026) là ngày cuối cùng.';

describe.each(CHANNELS)('over %s', channel => {
  const counted = channel !== 'telegram';

  it('[O23] one’s own reminder and each lead of a confirmed deadline arrive once, also over restarts', async () => {
    const { one, stands } = await open(channel);
    const [stand] = stands as [Stand];
    await confirmed(one, stand);
    await ownMeeting(one, stand);
    await one.restart();

    const [own, ...more] = await one.until('2026-11-18T00:00');
    expect(more).toEqual([]);
    // On Zalo what is of a later hour stands in the day's one message.
    expect(own!.at).toBe(counted ? '2026-11-17 07:30' : '2026-11-17 08:00');
    expect(own!.message.text).toBe(
      'Nhắc việc: họp chi ủy.\n8 giờ, thứ Ba, ngày 17/11/2026 (hôm nay).\nLàm xong, đồng chí nhắn “xong”. Xem tất cả: /nhacviec',
    );
    await one.restart();
    await one.tick();
    expect(stand.shown().at(-1)!.id).toBe(own!.message.id);
    expect((await one.say(stand, 'xong')).at(-1)!.text).toContain(remindItemWords.didDone('họp chi ủy'));

    const first = await one.until('2026-12-10T00:00');
    await one.restart();
    const report = [...first, ...(await one.until('2027-01-31T00:00'))];
    expect(told(report)).toEqual(counted ? REPORT : [...REPORT, UNMARKED]);
    expect(report.at(-1)!.message.text).toContain('Đơn vị chưa đánh dấu đã hoàn thành.');
    for (const one of report) {
      expect(one.message.text).toContain('Báo cáo kết quả thực hiện – gửi Ban Thường vụ Đảng ủy Khối.');
      expect(one.message.text).toContain('“Định kỳ hằng năm báo cáo kết quả thực hiện');
      for (const { data } of one.message.buttons) expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      if (channel === 'zalo-bot')
        expect([labels(one), /^\s*\d\./m.test(one.message.text)]).toEqual([[], false]);
      else expect(labels(one).slice(0, 2)).toEqual(['Đã làm xong', 'Đơn vị đã hoàn thành']);
      if (channel === 'zalo-oa') expect(labels(one).length).toBeLessThanOrEqual(5);
    }
    expect(await one.delivery.rows.stuck(9)).toEqual([]);
  });

  it('[O23] what is done under a reminder, or said to be done, is not spoken of again', async () => {
    const { one, stands } = await open(channel);
    const [stand] = stands as [Stand];
    await confirmed(one, stand);
    const [lead] = await one.until('2026-11-20T00:00');
    if (channel === 'zalo-bot') await one.say(stand, 'đơn vị đã hoàn thành');
    else await one.choose(stand, 'Đơn vị đã hoàn thành');
    const answer = stand.shown().at(-1)!;
    expect(answer.text).toContain('đã hoàn thành “Báo cáo kết quả thực hiện”');
    // Telegram's message takes the answer in its own place, and the buttons of the reminder are gone.
    expect(answer.id === lead!.message.id).toBe(channel === 'telegram');
    expect(await one.until('2027-01-31T00:00')).toEqual([]);
  });

  it('[O23] what is put off for an hour comes again then, though messages are counted', async () => {
    const { one, stands } = await open(channel);
    const [stand] = stands as [Stand];
    await confirmed(one, stand);
    expect(told(await one.until('2026-11-19T07:40'))).toEqual([REPORT[0]]);
    if (channel === 'zalo-bot') await one.say(stand, 'nhắc lại sau 1 giờ');
    else await one.choose(stand, 'Nhắc lại sau 1 giờ');
    // An hour that is typed ends with the minute.
    const time = channel === 'zalo-bot' ? '08:41' : '08:40';
    expect(told(await one.until('2026-11-20T00:00'))).toEqual([
      `2026-11-19 ${time} Nhắc lại: còn 30 ngày, ${LAST}`,
    ]);
  });

  it('[O23] after a month of outage one message says what was missed', async () => {
    const { one, stands } = await open(channel);
    const [stand] = stands as [Stand];
    await confirmed(one, stand);
    await ownMeeting(one, stand);
    await one.sleepUntil('2026-12-22T10:00');
    await one.restart();
    const missed = await one.until('2027-01-31T00:00');
    expect(missed.map(({ at }) => at)).toEqual(['2026-12-22 10:00']);
    const { text } = missed[0]!.message;
    expect(text).toContain('Nhắc bù 2 việc trước đó chưa gửi được:');
    expect(text).toContain('họp chi ủy');
    expect(text).toContain('Quá hạn 3 ngày, thứ Bảy, ngày 19/12/2026: Báo cáo kết quả thực hiện');
  });
});

it('[O23] over Telegram an old button of a reminder does nothing', async () => {
  const { one, stands } = await open('telegram');
  const [stand] = stands as [Stand];
  await ownMeeting(one, stand);
  const [own] = await one.until('2026-11-18T00:00');
  const { id, buttons } = own!.message;
  const done = buttons.find(({ label }) => label === remindItemWords.done)!;
  stand.presses!(id, done.data);
  await one.settled(() => stand.shown().at(-1)!.text !== own!.message.text);
  expect(stand.shown().at(-1)).toMatchObject({ id, text: remindItemWords.didDone('họp chi ủy') });
  const person = `telegram:${stand.chat}`;
  const { marks } = (await one.delivery.store.world(person)).reminders;
  const later = buttons.find(({ label }) => label === remindItemWords.hour)!;
  stand.presses!(id, later.data);
  await one.settled(() => stand.shown().some(({ text }) => text.includes('không có gì thay đổi')));
  expect((await one.delivery.store.world(person)).reminders.marks).toEqual(marks);
  expect(await one.until('2026-12-31T00:00')).toEqual([]);
});

it('[O23] who has blocked the bot on Telegram is reminded once, on the Zalo account that was linked', async () => {
  const { one, stands } = await open('telegram', 'zalo-bot');
  const [telegram, zalo] = stands as [Stand, Stand];
  await confirmed(one, telegram);
  await ownMeeting(one, telegram);
  const [code] = await one.say(telegram, '/lienket');
  const linked = await one.say(zalo, /LIENKET \d{6}/.exec(code!.text)![0]);
  expect(linked[0]!.text).toContain(linkWords.linked);
  telegram.block();
  const arrivals = await one.until('2026-11-20T00:00');
  expect(arrivals.map(({ message }) => message.chat)).toEqual([zalo.chat, zalo.chat]);
  expect(told(arrivals)).toEqual(['2026-11-17 08:00 Nhắc việc: họp chi ủy.', REPORT[0]]);
  expect(await one.delivery.rows.stuck(9)).toEqual([]);
});
