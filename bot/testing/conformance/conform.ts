import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { InboundEvent, Messenger, Outbound } from '../../channels/messenger.ts';
import { choose } from '../../choose.ts';
import type { Stand } from './stand.ts';
import { hostileTexts, longPlan } from './texts.ts';

const CHOICES = [
  { id: 'yes', label: 'Đã thực hiện' },
  { id: 'no', label: 'Chưa thực hiện' },
];

/** What holds for every messenger, whatever carries it. */
export function conform(name: string, open: () => Promise<Stand>): void {
  describe(name, () => {
    let stand: Stand;
    let messenger: Messenger;
    let events: InboundEvent[];
    let lines: unknown[][];
    let started: Messenger[];
    let refuseToStore: number;

    const start = async (sendTimeoutMs = 2_000): Promise<Messenger> => {
      const log = { info: note, warn: note, error: note };
      const made = stand.create({
        sendTimeoutMs,
        log,
        linkTo: (_, file) => `https://tro-ly.example.vn/tai/${file.length}`,
      });
      started.push(made);
      stand.serve(made);
      await made.start(async event => {
        await new Promise(setImmediate);
        if (refuseToStore-- > 0) throw new Error('the store is away');
        events.push(event);
      });
      await stand.ready();
      return made;
    };
    const note = (...line: unknown[]): void => void lines.push(line);
    const message = (more: Partial<Outbound>): Outbound => ({
      id: '1',
      chat: stand.chat,
      text: 'Xin chào',
      ...more,
    });
    const arrived = (n: number): Promise<void> =>
      vi.waitFor(() => expect(events.length).toBeGreaterThanOrEqual(n), 5_000);
    /** The person has written, so the platform lets us answer. */
    const meet = async (): Promise<void> => {
      stand.says('chào đồng chí');
      await arrived(1);
    };
    const texts = (): string[] => stand.shown().map(({ text }) => text);

    beforeEach(async () => {
      [events, lines, started, refuseToStore] = [[], [], [], 0];
      stand = await open();
      messenger = await start();
    });
    afterEach(async () => {
      await Promise.all(started.map(one => one.stop()));
      await stand.stop();
    });

    test('[T1] what a person writes arrives once, with their chat, address, words and time', async () => {
      stand.says('Chi bộ họp định kỳ khi nào?');
      await arrived(1);
      expect(events).toEqual([
        {
          key: expect.stringMatching(/./),
          chat: stand.chat,
          address: stand.chat,
          privateChat: true,
          text: 'Chi bộ họp định kỳ khi nào?',
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        },
      ]);
    });

    test('[T2] two events have two keys', async () => {
      stand.says('một');
      await arrived(1);
      await stand.ready();
      stand.says('một');
      await arrived(2);
      expect(new Set(events.map(({ key }) => key)).size).toBe(2);
    });

    test('[T3] choices go out and the chosen one comes back, by button or by number', async () => {
      await meet();
      await stand.ready();
      await expect(
        messenger.send(message({ text: 'Đã làm chưa?', choices: CHOICES })),
      ).resolves.toMatchObject({ outcome: 'sent' });
      stand.chooses(1);
      await arrived(2);
      const { chat: _, ...back } = events[1]!;
      expect(choose(CHOICES, { person: back.address, ...back })).toEqual(CHOICES[1]);
    });

    test('[T3] more choices than buttons are numbered lines', async () => {
      await meet();
      await stand.ready();
      const many = Array.from({ length: messenger.capabilities.mostButtons + 3 }, (_, k) => ({
        id: `q${k}`,
        label: `Nội dung ${k + 1}`,
      }));
      await messenger.send(message({ text: 'Chọn', choices: many }));
      expect(stand.shown()[0]!.buttons).toEqual([]);
      expect(texts()[0]).toContain('2. Nội dung 2');
      await messenger.send(message({ text: 'Nhập số', choices: many, numbered: false }));
      expect(texts()[1]).toContain('– Nội dung 2');
      expect(texts()[1]).not.toContain('2. Nội dung 2');
    });

    test('[N89] what takes a message’s place leaves no button of it, or comes as a new message', async () => {
      await meet();
      const asked = await messenger.send(message({ text: 'Nhắc việc', choices: CHOICES }));
      const replaces = (asked as { messageId: string }).messageId;
      await expect(messenger.send(message({ text: 'Đã ghi: đã làm.', replaces }))).resolves.toMatchObject({
        outcome: 'sent',
      });
      const { edits } = messenger.capabilities;
      expect(texts().at(-1)).toBe('Đã ghi: đã làm.');
      expect(stand.shown()).toHaveLength(edits ? 1 : 2);
      if (edits) expect(stand.shown()[0]!.buttons).toEqual([]);
    });

    test('[T4] a long text arrives whole in parts, the buttons under the last', async () => {
      await meet();
      const text = longPlan(9_000);
      await expect(messenger.send(message({ text, choices: CHOICES }))).resolves.toMatchObject({
        outcome: 'sent',
      });
      expect(texts().length).toBeGreaterThan(1);
      expect(texts().join('\n').replace(/\s+/g, '')).toContain(text.replace(/\s+/g, ''));
      expect(
        stand
          .shown()
          .slice(0, -1)
          .every(({ buttons }) => buttons.length === 0),
      ).toBe(true);
    });

    test('[T4] a text that stopped at part k goes on with part k', async () => {
      await meet();
      const text = longPlan(9_000);
      await messenger.send(message({ text }));
      const whole = texts();
      stand.faults.plan(stand.failure, { route: stand.sendRoute });
      const after = stand.shown().length;
      await expect(messenger.send(message({ text, from: 1 }))).resolves.toMatchObject({
        outcome: 'again',
        from: 1,
      });
      await expect(messenger.send(message({ text, from: 1 }))).resolves.toMatchObject({ outcome: 'sent' });
      expect(texts().slice(after)).toEqual(whole.slice(1));
    });

    test.each(hostileTexts)('[T5] hostile text arrives as text: %s', async (_, text) => {
      await meet();
      await expect(messenger.send(message({ text }))).resolves.toMatchObject({ outcome: 'sent' });
      const visible = (given: string): string => given.replace(/[\s\p{Cc}\ud800-\udfff\ufffd]/gu, '');
      expect(visible(texts().join(''))).toBe(visible(text));
    });

    test('[T5] a text with nothing to see is refused here', async () => {
      await meet();
      await expect(messenger.send(message({ text: ' \n\u0000' }))).resolves.toEqual({
        outcome: 'refused',
        why: 'invalid',
      });
      expect(stand.shown()).toEqual([]);
    });

    test('[T6] a document arrives as a file, or as a link that can be followed', async () => {
      await meet();
      const path = join(mkdtempSync(join(tmpdir(), 'van-ban-')), 'x.docx');
      const bytes = Buffer.from('PK\u0003\u0004--\r\n------x\r\n\r\n\u0000ấ');
      writeFileSync(path, bytes);
      const document = { name: 'Báo cáo tự rà soát.docx', path };
      await expect(
        messenger.send(message({ text: 'Báo cáo đây.', document, choices: CHOICES })),
      ).resolves.toMatchObject({ outcome: 'sent' });
      expect(texts().join('\n')).toContain('Báo cáo đây.');
      const file = stand.shown().find(shown => shown.document)?.document;
      if (messenger.capabilities.files === 'upload') expect(file).toEqual({ name: document.name, bytes });
      else expect(texts().join('\n')).toContain('https://tro-ly.example.vn/tai/23');
    });

    test('[T6] where a document lies on this machine is told to nobody', async () => {
      await meet();
      const document = { name: 'bao-cao.docx', path: import.meta.filename };
      const choices = Array.from({ length: messenger.capabilities.mostButtons + 1 }, (_, k) => ({
        id: `q${k}`,
        label: `Nội dung ${k + 1}`,
      }));
      await expect(messenger.send(message({ document, choices }))).resolves.toMatchObject({
        outcome: 'sent',
      });
      expect(JSON.stringify(stand.shown().map(({ text, buttons }) => [text, buttons]))).not.toContain(
        import.meta.dirname,
      );
    });

    test('[T7] a person who blocked the bot: refused, blocked', async () => {
      await meet();
      stand.block();
      await expect(messenger.send(message({}))).resolves.toEqual({ outcome: 'refused', why: 'blocked' });
    });

    test('[T7] a chat that nobody opened: refused, blocked', async () => {
      await expect(messenger.send(message({ chat: '999999' }))).resolves.toEqual({
        outcome: 'refused',
        why: 'blocked',
      });
    });

    test('[T8] too much at once', async () => {
      await meet();
      stand.faults.plan(stand.tooMuch.fault, { route: stand.sendRoute });
      await expect(messenger.send(message({}))).resolves.toEqual(stand.tooMuch.sent);
      expect(stand.shown()).toEqual([]);
    });

    test('[T8] a failure inside the platform, or a page of a proxy: again', async () => {
      await meet();
      stand.faults.plan(stand.failure, { route: stand.sendRoute });
      stand.faults.plan({ status: 502, body: '<html>Bad Gateway</html>' }, { route: stand.sendRoute });
      await expect(messenger.send(message({}))).resolves.toMatchObject({ outcome: 'again', afterMs: null });
      await expect(messenger.send(message({}))).resolves.toMatchObject({
        outcome: 'again',
        afterMs: null,
        why: '502',
      });
      await expect(messenger.send(message({}))).resolves.toMatchObject({ outcome: 'sent' });
    });

    test.each(['reset before', 'reset after'] as const)(
      '[T9] %s: unknown, since it may have arrived',
      async fault => {
        await meet();
        stand.faults.plan(fault, { route: stand.sendRoute });
        await expect(messenger.send(message({}))).resolves.toMatchObject({ outcome: 'unknown' });
        expect(stand.shown().length).toBe(fault === 'reset after' ? 1 : 0);
      },
    );

    test.each(['hang before', 'hang after'] as const)(
      '[T9] %s: unknown after the time allowed',
      async fault => {
        await meet();
        await messenger.stop();
        const quick = await start(250);
        stand.faults.plan(fault, { route: stand.sendRoute });
        await expect(quick.send(message({}))).resolves.toEqual({ outcome: 'unknown', why: 'timeout' });
      },
    );

    test('[T9] a platform that cannot be reached: again, since nothing was sent', async () => {
      await meet();
      await messenger.stop();
      await stand.stop();
      await new Promise(done => setTimeout(done, 50));
      const sent = await messenger.send(message({}));
      expect(sent).toEqual({ outcome: 'again', afterMs: null, why: 'ECONNREFUSED' });
    });

    test('[T10] an event delivered twice has the same key both times', async () => {
      await meet();
      if (!stand.repeat) return;
      await stand.repeat();
      await arrived(2);
      expect(events[1]!.key).toBe(events[0]!.key);
    });

    test('[T10] events in the wrong order all arrive', async () => {
      if (!stand.reorder) return;
      stand.reorder.hold();
      for (const text of ['một', 'hai', 'ba']) stand.says(text);
      await stand.reorder.releaseReversed();
      await arrived(3);
      expect(events.map(({ text }) => text)).toEqual(['ba', 'hai', 'một']);
    });

    test('[T11] an event that could not be stored is not acknowledged', async () => {
      refuseToStore = 1;
      stand.says('quan trọng');
      if (stand.redelivers) {
        await arrived(1);
        expect(events.map(({ text }) => text)).toEqual(['quan trọng']);
      } else {
        await vi.waitFor(() => expect(refuseToStore).toBeLessThan(1));
        await stand.repeat!();
        await arrived(1);
      }
    });

    test('[T12] a request with a wrong secret is refused and nothing is taken', async () => {
      if (!stand.forge) return;
      expect(await stand.forge()).toBe(403);
      expect(events).toEqual([]);
    });

    test('[T13] the program started again takes what comes next, and nothing twice', async () => {
      await meet();
      await messenger.stop();
      messenger = await start();
      stand.says('sau khi khởi động lại');
      await arrived(2);
      await new Promise(done => setTimeout(done, 100));
      expect(events.map(({ text }) => text)).toEqual(['chào đồng chí', 'sau khi khởi động lại']);
    });

    test('[T13] a stopped messenger takes nothing', async () => {
      await messenger.stop();
      stand.says('không ai nghe');
      await new Promise(done => setTimeout(done, 100));
      expect(events).toEqual([]);
    });

    test('[T14] no token, no secret and nobody’s words are logged', async () => {
      await meet();
      refuseToStore = 1;
      stand.says('điều kín của chi bộ');
      await vi.waitFor(() => expect(refuseToStore).toBeLessThan(1));
      await stand.forge?.();
      for (const fault of [stand.failure, stand.tooMuch.fault, 'reset before'] as const) {
        stand.faults.plan(fault, { route: stand.sendRoute });
        const sent = await messenger.send(message({ text: 'lời riêng' }));
        lines.push([sent]);
      }
      await messenger.stop();
      const logged = JSON.stringify(lines, (_, value) => (value instanceof Error ? `${value.stack}` : value));
      expect(lines.length).toBeGreaterThan(3);
      for (const secret of [...stand.secrets, 'điều kín', 'lời riêng']) expect(logged).not.toContain(secret);
    });
  });
}
