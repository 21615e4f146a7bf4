import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeTelegram } from '../../testing/telegram/fake-telegram.ts';
import { channelLog } from '../../words/channel-words.ts';
import type { InboundEvent, Messenger, Outbound } from '../messenger.ts';
import { createTelegram } from './telegram.ts';

const PERSON = 7;
let fake: FakeTelegram;
let events: InboundEvent[];
let sentences: string[];
let store: (event: InboundEvent) => Promise<void>;
const running: Messenger[] = [];

beforeEach(async () => {
  fake = await FakeTelegram.start();
  [events, sentences] = [[], []];
  store = async event => void events.push(event);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(one => one.stop()));
  await fake.stop();
});

async function start(more = {}): Promise<Messenger> {
  const line = (_: object, sentence: string): void => void sentences.push(sentence);
  const log = { info: line, warn: line, error: line };
  const messenger = createTelegram({
    token: fake.token,
    apiRoot: fake.root,
    now: () => '2026-11-21T00:00:00Z',
    log,
    pollSeconds: 3,
    partPauseMs: 0,
    ...more,
  });
  running.push(messenger);
  await messenger.start(event => store(event));
  return messenger;
}
const send = (messenger: Messenger, more: Partial<Outbound>) =>
  messenger.send({ id: '1', chat: String(PERSON), text: 'Xin chào', ...more });
const arrived = (n: number) => vi.waitFor(() => expect(events).toHaveLength(n), 5_000);

test('[T18] commands are listed with Vietnamese descriptions, and only what is read is asked for', async () => {
  await start();
  await vi.waitFor(() => expect(fake.calls).toContain('setMyCommands'));
  await vi.waitFor(() => expect(fake.allowed).toEqual(['message', 'callback_query']));
});

test('[T11] an update is confirmed only when it is stored, and those of one chat keep their order', async () => {
  let away = 2;
  store = async event => {
    await new Promise(done => setTimeout(done, 5));
    if (event.text === 'hai' && away-- > 0) throw new Error('the store is away');
    events.push(event);
  };
  for (const text of ['một', 'hai', 'ba']) fake.says(PERSON, text);
  fake.says(8, 'người khác');
  await start();
  await vi.waitFor(() => expect(events.map(({ text }) => text)).toContain('ba'), 5_000);
  const keys = [...new Set(events.filter(({ chat }) => chat === '7').map(({ text }) => text))];
  expect(keys).toEqual(['một', 'hai', 'ba']);
  expect(sentences).toContain(channelLog.notStored);
});

test('[T13] what was stored before a stop is not given out again', async () => {
  fake.says(PERSON, 'một');
  const first = await start();
  await arrived(1);
  await first.stop();
  await start();
  fake.says(PERSON, 'hai');
  await arrived(2);
  expect(events.map(({ text }) => text)).toEqual(['một', 'hai']);
});

test('[T15] a press with a long id comes back as the id; its answer is given, a late one does no harm', async () => {
  const id = `tieu-chi:${'đ'.repeat(80)}`;
  fake.says(PERSON, 'chào');
  const messenger = await start();
  await arrived(1);
  await send(messenger, { choices: [{ id, label: 'Đã thực hiện' }] });
  const [shown] = fake.shown(PERSON);
  fake.presses(PERSON, shown!.id, shown!.buttons[0]!.data);
  await arrived(2);
  expect(events[1]).toMatchObject({ choice: id, under: shown!.id });
  await vi.waitFor(() => expect(fake.calls).toContain('answerCallbackQuery'));
  fake.presses(PERSON, shown!.id, shown!.buttons[0]!.data);
  fake.forgetPresses();
  await arrived(3);
});

test('[T19] a message that replaces another edits it; unchanged is sent, gone is said anew', async () => {
  fake.says(PERSON, 'chào');
  const messenger = await start();
  await arrived(1);
  const first = await send(messenger, { text: 'một' });
  const replaces = (first as { messageId: string }).messageId;
  await expect(send(messenger, { text: 'hai', replaces })).resolves.toEqual(first);
  await expect(send(messenger, { text: 'hai', replaces })).resolves.toEqual(first);
  expect(fake.shown(PERSON).map(({ text }) => text)).toEqual(['hai']);
  await expect(send(messenger, { text: 'ba', replaces: '99999' })).resolves.toMatchObject({
    outcome: 'sent',
  });
  expect(fake.shown(PERSON).map(({ text }) => text)).toEqual(['hai', 'ba']);
});

test('[N89] what Telegram will not edit – too old, a file – is said anew', async () => {
  fake.says(PERSON, 'chào');
  const messenger = await start();
  await arrived(1);
  const file = await send(messenger, { document: { name: 'lich.ics', path: import.meta.filename } });
  const old = await send(messenger, { text: 'một' });
  const shown = () => fake.shown(PERSON).map(({ text }) => text);
  const before = shown();
  const anew = (text: string, sent: unknown) =>
    expect(
      send(messenger, { text, replaces: (sent as { messageId: string }).messageId }),
    ).resolves.toMatchObject({ outcome: 'sent' });
  await anew('hai', file);
  const description = "Bad Request: message can't be edited";
  fake.faults.plan(
    { status: 400, body: { ok: false, error_code: 400, description } },
    { route: 'editMessageText' },
  );
  await anew('ba', old);
  expect(shown()).toEqual([...before, 'hai', 'ba']);
});

test('[N90] “too many requests” in a private chat is asked of the whole bot, in a group of the group', async () => {
  fake.says(PERSON, 'chào');
  const messenger = await start();
  await arrived(1);
  const again = { outcome: 'again', afterMs: 3_000, why: '429' };
  const parameters = { retry_after: 3 };
  const body = { ok: false, error_code: 429, description: 'Too Many Requests: retry after 3', parameters };
  for (const chat of [String(PERSON), '-100123']) {
    fake.faults.plan({ status: 429, body }, { route: 'sendMessage' });
    const sent = await send(messenger, { text: 'nhắc', chat });
    expect(sent).toEqual(chat.startsWith('-') ? again : { ...again, everywhere: true });
  }
});

test('[T6] a short text is the document’s caption, a long one goes before it; a file that is not there is refused', async () => {
  fake.says(PERSON, 'chào');
  const messenger = await start();
  await arrived(1);
  const document = { name: 'mã "nguồn"; x\r\ny.ts', path: import.meta.filename };
  await send(messenger, { document });
  await send(messenger, { document, text: 'dài '.repeat(400) });
  expect(fake.shown(PERSON).map(({ text, document: file }) => [text.length > 0, file?.name])).toEqual([
    [true, 'mã _nguồn_ x_y.ts'],
    [true, undefined],
    [false, 'mã _nguồn_ x_y.ts'],
  ]);
  await expect(send(messenger, { document: { ...document, path: '/nowhere' } })).resolves.toEqual({
    outcome: 'refused',
    why: 'invalid',
  });
});

test('[T22] another program with the same token is told of in plain words, and taking goes on', async () => {
  await start();
  await vi.waitFor(() => expect(fake.calls).toContain('getUpdates'));
  await new Promise(done => setTimeout(done, 50));
  await fetch(`${fake.root}/bot${fake.token}/getUpdates?timeout=0`);
  await vi.waitFor(() => expect(sentences).toContain(channelLog.pollingTwice));
  fake.says(PERSON, 'còn nghe chứ');
  await arrived(1);
});

test('[T22] a wrong token is told of in plain words without the token', async () => {
  await start({ token: '1:sai' });
  await vi.waitFor(() => expect(sentences).toContain(channelLog.tokenRefused));
});

test('[T22] a platform that cannot be reached at the start is tried until it can', async () => {
  fake.faults.plan('reset before', { route: 'getMe', times: 1 });
  fake.says(PERSON, 'chào');
  await start();
  await arrived(1);
  expect(sentences).toContain(channelLog.unreachable);
});

test('[T17] a group’s talk is not taken, a question to the bot is, and it is not private', async () => {
  fake.says(PERSON, 'mình họp lúc mấy giờ?', { chat: -5 });
  fake.says(PERSON, '@tro_ly_cap_uy_bot họp khi nào?', { chat: -5 });
  await start();
  await arrived(1);
  expect(events[0]).toMatchObject({ text: 'họp khi nào?', chat: '-5', address: '7', privateChat: false });
});
