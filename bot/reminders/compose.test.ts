import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInRulebooks, loadRulebooks } from '../../evaluators/index.ts';
import { loadPlans } from '../../knowledge/index.ts';
import type { Reply } from '../channels/channel.ts';
import type { Capabilities } from '../channels/messenger.ts';
import type { World } from '../store/records.ts';
import type { OwnReminder } from '../store/reminder-records.ts';
import { compose } from './compose.ts';
import { decide } from './decide.ts';
import { decideOutbound } from './decide-outbound.ts';
import { readItemChoice } from './item-choice.ts';
import { sampleWorld, TELEGRAM } from './testing/sample-world.ts';
import { at, iso, viewAt } from './testing/simulate.ts';

const { rulebooks } = loadRulebooks(builtInRulebooks);
const { plans } = loadPlans(join(import.meta.dirname, '..', '..', 'knowledge', 'plans'), join('khong', 'co'));
const planOf = (id: string) => plans.find(plan => plan.id === id) ?? null;

function worldOf(given: Partial<Parameters<typeof sampleWorld>[0]> = {}): World {
  const plan = { plan: 'quang-binh-69-kh-duk', subject: 'dang-bo-co-so' };
  return sampleWorld({ ...plan, since: iso('2026-12-12'), ...given });
}

/** What a person reads who is reminded at that instant. */
function read(clock: string, world: World, given: Partial<Parameters<typeof compose>[1]> = {}): Reply {
  const rulebook = rulebooks.get(world.memberships[0]!.unit.plan)!;
  const { due } = decide(viewAt(at(clock), world, rulebook), 'free');
  const deps = { planOf, today: clock.slice(0, 10), units: 1, longest: 4096, buttons: true };
  return compose(due, { ...deps, ...given });
}

const own = (id: string, text: string, date: string, time: string | null): OwnReminder => ({
  id,
  text,
  schedule: { days: { kind: 'once', date }, time, from: '2026-12-01', until: null },
  createdAt: iso('2026-12-12'),
  state: 'active',
  since: iso('2026-12-12'),
});

describe('what a person reads', () => {
  it('[N13] of a duty: how many days are left, the last valid day, what, to whom, the clause and its words', () => {
    const { text } = read('2026-12-12 07:30', worldOf());
    expect(text).toBe(
      [
        'Nhắc việc: còn 7 ngày, chậm nhất thứ Bảy, ngày 19/12/2026.',
        'Báo cáo kết quả thực hiện – gửi Ban Thường vụ Đảng ủy Khối.',
        'Hạn rơi vào thứ Bảy, kế hoạch không lùi hạn; ngày làm việc cuối cùng trước hạn là thứ Sáu, ngày 18/12/2026.',
        'Căn cứ: Kế hoạch 69-KH/ĐUK, mục III, khoản 1: “Định kỳ hằng năm báo cáo kết quả thực hiện với Ban Thường vụ Đảng ủy Khối trước ngày 20/12.”',
        'Làm xong, đồng chí nhắn “xong”. Xem tất cả: /nhacviec',
      ].join('\n'),
    );
  });

  it('[N13] the day before, the day itself, and after it', () => {
    const first = (clock: string): string | undefined =>
      read(clock, worldOf({ role: 'member' })).text.split('\n')[0];
    expect(first('2026-12-18 07:30')).toBe(
      'Nhắc việc: ngày mai (thứ Bảy, ngày 19/12/2026) là ngày cuối cùng.',
    );
    expect(first('2026-12-19 07:30')).toBe(
      'Nhắc việc: hôm nay (thứ Bảy, ngày 19/12/2026) là ngày cuối cùng.',
    );
    expect(first('2026-12-22 07:30')).toBe(
      'Nhắc bù, vì trước đó chưa gửi được: đã quá hạn 3 ngày, ngày cuối cùng là thứ Bảy, ngày 19/12/2026.',
    );
  });

  it('[N13] the quotation is the plan’s own words at the clause', () => {
    for (const rulebook of rulebooks.values()) {
      const plan = planOf(rulebook.id)!;
      for (const { id: subject } of rulebook.subjects) {
        const world = sampleWorld({ plan: rulebook.id, subject, since: iso('2024-01-01') });
        const { due } = decide(viewAt(at('2024-11-29 08:00'), world, rulebook), 'free');
        for (const one of due) {
          const { text } = compose([one], {
            planOf,
            today: '2024-11-29',
            units: 1,
            longest: 4096,
            buttons: true,
          });
          const quote = /^Căn cứ: .*?: “(.*)”\.?$/ms.exec(text)?.[1];
          expect(plan.text).toContain(quote);
        }
      }
    }
  });

  it('[N13] where the self-assessment of the year stands', () => {
    const assessment = {
      id: 'a1',
      unit: 'u1',
      plan: 'quang-binh-69-kh-duk',
      subject: 'dang-bo-co-so',
      year: 2026,
    };
    const record = { ...assessment, rulebook: '', events: [], submitted: null };
    const { text } = read('2026-12-12 07:30', { ...worldOf(), assessments: [record] });
    expect(text).toMatch(/\nTự rà soát năm 2026: còn \d+ yêu cầu chưa trả lời\.\n/);
  });

  it('[N10] at 15:00 of the last day the secretary reads that nobody has marked it done', () => {
    const world = worldOf({ since: iso('2026-12-19 08:00') });
    expect(read('2026-12-19 15:00', world).text).toContain('\nĐơn vị chưa đánh dấu đã hoàn thành.\n');
  });

  it('[N13] one’s own reminder in one’s own words, with its hour', () => {
    const world = worldOf({
      unit: { confirmation: null },
      reminders: { own: [own('r1', 'họp chi bộ, mang theo sổ!', '2026-12-15', '19:00')] },
    });
    expect(read('2026-12-15 19:00', world).text).toBe(
      'Nhắc việc: họp chi bộ, mang theo sổ!\n19 giờ, thứ Ba, ngày 15/12/2026 (hôm nay).\nLàm xong, đồng chí nhắn “xong”. Xem tất cả: /nhacviec',
    );
  });

  it('[N12] several are one message with a line each, and one that was missed is said so', () => {
    const world = worldOf({
      since: iso('2026-12-14'),
      reminders: {
        own: [own('r1', 'họp chi bộ', '2026-12-16', '07:30'), own('r2', 'nộp đảng phí', '2026-12-14', null)],
      },
    });
    expect(read('2026-12-16 07:30', world).text).toBe(
      [
        'Nhắc việc: 3 việc, trong đó 1 việc nhắc bù vì trước đó chưa gửi được.',
        '– Thứ Hai, ngày 14/12/2026: nộp đảng phí.',
        '– 7 giờ 30: họp chi bộ.',
        '– Còn 3 ngày, thứ Bảy, ngày 19/12/2026: Báo cáo kết quả thực hiện – gửi Ban Thường vụ Đảng ủy Khối.',
        'Xem từng việc, đánh dấu đã xong: /nhacviec',
      ].join('\n'),
    );
  });

  it('[N12] with several units each line says whose it is', () => {
    const { text } = read('2026-12-12 07:30', worldOf(), { units: 2 });
    expect(text).toContain('\nĐơn vị: Chi bộ 2.\n');
  });
});

describe('its form', () => {
  it('[N14] whatever is due, it fits into a message and says what was left out', () => {
    const text = fc.string({ minLength: 1, maxLength: 500, unit: 'grapheme' });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(2000, 4096),
        (texts, longest) => {
          const reminders = { own: texts.map((one, index) => own(`r${index}`, one, '2026-12-15', '19:00')) };
          const reply = read('2026-12-15 19:00', worldOf({ unit: { confirmation: null }, reminders }), {
            longest,
          });
          expect(reply.text.length).toBeLessThanOrEqual(2000);
          const lines = texts.filter(one => reply.text.includes(one)).length;
          if (lines < texts.length) expect(reply.text).toMatch(/\nVà \d+ việc khác: \/nhacviec$/);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('[N14] buttons say by themselves what they are about, the most useful first; where there are none, none are sent', () => {
    const { choices } = read('2026-12-12 07:30', worldOf());
    expect(choices!.map(({ id }) => readItemChoice(id)?.verb)).toEqual([
      'done',
      'done-for-unit',
      'morning',
      'hour',
      'skip',
      'view',
    ]);
    expect(choices!.map(({ id }) => readItemChoice(id)!.key)).toEqual(Array(6).fill('duty:u1:d1-1'));
    const member = read('2026-12-12 07:30', worldOf({ role: 'member' })).choices!;
    expect(member.map(({ id }) => readItemChoice(id)?.verb)).not.toContain('done-for-unit');
    expect(read('2026-12-12 07:30', worldOf(), { buttons: false }).choices).toBeUndefined();
  });
});

describe('the message in the outbox', () => {
  const capabilities: Capabilities = {
    longestText: 4096,
    mostButtons: 12,
    files: 'upload',
    edits: true,
    perChatMs: 1000,
    perSecond: 30,
    counted: false,
  };
  const deps = {
    planOf,
    rulebookOf: (plan: string) => rulebooks.get(plan) ?? null,
    capabilitiesOf: (channel: string) =>
      channel === 'telegram'
        ? capabilities
        : channel === 'zalo-bot'
          ? { ...capabilities, counted: true }
          : null,
    newId: () => 'm1',
  };
  const zalo = { ...TELEGRAM, channel: 'zalo-bot', chat: 'z1' };

  it('[N4] bears the name of the reminder, so that the outbox takes it once', () => {
    const decided = decideOutbound(
      deps,
      at('2026-12-12 07:30'),
    )({ person: 'p1', world: worldOf(), accounts: [TELEGRAM] });
    expect(decided.outbound).toMatchObject([
      {
        origin: 'reminder:p1:duty:u1:d1-1:2026-12-19:lead:7#0',
        channel: 'telegram',
        chat: 'c1',
        digest: null,
      },
    ]);
    expect(decided.sent).toEqual([{ item: 'duty:u1:d1-1', due: '2026-12-19', moment: 'lead:7' }]);
  });

  it('[N11] goes to one channel, the first that is connected, and where messages are counted as a digest', () => {
    const at0730 = decideOutbound(deps, at('2026-12-12 07:30'));
    const to = (accounts: (typeof TELEGRAM)[]) =>
      at0730({ person: 'p1', world: worldOf(), accounts }).outbound.map(({ channel, digest }) => [
        channel,
        digest,
      ]);
    expect(to([TELEGRAM, zalo])).toEqual([['telegram', null]]);
    expect(to([{ ...zalo, channel: 'zalo-oa' }, zalo])).toEqual([['zalo-bot', 'reminders:2026-12-12']]);
  });

  it('[N17] is not written for a person without a channel', () => {
    const decided = decideOutbound(
      deps,
      at('2026-12-12 07:30'),
    )({ person: 'p1', world: worldOf(), accounts: [] });
    expect(decided).toEqual({ outbound: [], sent: [], nextAt: at('2026-12-13 07:30') });
  });
});
