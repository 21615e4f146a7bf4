import { afterEach, describe, expect, test } from 'vitest';
import { readForm } from './multipart.ts';
import { FakeTelegram } from './telegram/fake-telegram.ts';
import { FakeZaloBot } from './zalo-bot/fake-zalo-bot.ts';
import { FakeZaloOa } from './zalo-oa/fake-zalo-oa.ts';

const fakes: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(fakes.splice(0).map(fake => fake.stop()));
});

async function telegram(options = {}) {
  const fake = await FakeTelegram.start(options);
  fakes.push(fake);
  fake.says(7, 'chào');
  const call = async (method: string, body: object = {}, token = fake.token) => {
    const response = await fetch(`${fake.root}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as {
      ok: boolean;
      error_code?: number;
      description?: string;
      parameters?: object;
      // biome-ignore lint/suspicious/noExplicitAny: answers of every shape.
      result?: any;
    };
  };
  return { fake, call };
}

describe('the fake of Telegram', () => {
  test('[T30] refuses a wrong token and an unknown method', async () => {
    const { call } = await telegram();
    expect(await call('getMe', {}, '1:wrong')).toMatchObject({ error_code: 401 });
    expect(await call('sendEverything')).toMatchObject({ error_code: 404 });
  });

  test('[T30] counts code points after entities, and bytes of callback_data', async () => {
    const { call } = await telegram();
    const say = (text: string, more = {}) => call('sendMessage', { chat_id: 7, text, ...more });
    expect(await say('😀'.repeat(4096))).toMatchObject({ ok: true });
    expect(await say('a'.repeat(4097))).toMatchObject({
      error_code: 400,
      description: expect.stringMatching(/too long/),
    });
    expect(await say(`<b>${'a'.repeat(4096)}</b>`, { parse_mode: 'HTML' })).toMatchObject({ ok: true });
    expect(await say('a < b', { parse_mode: 'HTML' })).toMatchObject({ error_code: 400 });
    expect(await say(' \n ')).toMatchObject({ error_code: 400, description: expect.stringMatching(/empty/) });
    expect(await say('\ud800')).toMatchObject({
      error_code: 400,
      description: expect.stringMatching(/UTF-8/),
    });
    const button = (data: string) => ({
      reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: data }]] },
    });
    expect(await say('x', button('ế'.repeat(21)))).toMatchObject({ ok: true });
    expect(await say('x', button('ế'.repeat(22)))).toMatchObject({
      description: expect.stringMatching(/BUTTON_DATA_INVALID/),
    });
    expect(await say('x', button(''))).toMatchObject({
      description: expect.stringMatching(/BUTTON_DATA_INVALID/),
    });
  });

  test('[T30] keeps updates until a higher offset, holds the question open, and knows allowed_updates', async () => {
    const { fake, call } = await telegram();
    const first = (await call('getUpdates')).result[0].update_id as number;
    expect((await call('getUpdates', { timeout: 5 })).result).toHaveLength(1);
    const held = call('getUpdates', { offset: first + 1, timeout: 5, allowed_updates: ['message'] });
    await new Promise(done => setTimeout(done, 50));
    const next = fake.says(7, 'nữa');
    expect((await held).result).toMatchObject([{ update_id: next }]);
    const began = performance.now();
    expect((await call('getUpdates', { offset: next + 1, timeout: 0.2 })).result).toEqual([]);
    expect(performance.now() - began).toBeGreaterThan(150);
    const { message_id } = (await call('sendMessage', { chat_id: 7, text: 'x' })).result;
    fake.presses(7, String(message_id), 'x');
    expect((await call('getUpdates', { offset: next + 1 })).result).toEqual([]);
  });

  test('[T30] a second question, or one beside a webhook, is a conflict', async () => {
    const { fake, call } = await telegram();
    const id = (await call('getUpdates')).result[0].update_id as number;
    const first = call('getUpdates', { offset: id + 1, timeout: 5 });
    await new Promise(done => setTimeout(done, 50));
    const second = call('getUpdates', { offset: id + 1, timeout: 0.1 });
    expect(await first).toMatchObject({
      error_code: 409,
      description: expect.stringMatching(/terminated by other/),
    });
    expect(await second).toMatchObject({ ok: true });
    expect(await call('setWebhook', { url: 'http://example.vn' })).toMatchObject({ error_code: 400 });
    expect(await call('setWebhook', { url: 'https://x.vn', secret_token: 'có dấu' })).toMatchObject({
      error_code: 400,
    });
    await call('setWebhook', { url: 'http://127.0.0.1:1/x' });
    expect(await call('getUpdates')).toMatchObject({
      error_code: 409,
      description: expect.stringMatching(/webhook is active/),
    });
    expect(fake.hook).not.toBeNull();
  });

  test('[T30] an edit that changes nothing, a late answer to a press, somebody unknown', async () => {
    const { fake, call } = await telegram();
    const { message_id } = (await call('sendMessage', { chat_id: 7, text: 'một' })).result;
    const edit = (text: string, id = message_id) =>
      call('editMessageText', { chat_id: 7, message_id: id, text });
    expect(await edit('một')).toMatchObject({
      error_code: 400,
      description: expect.stringMatching(/message is not modified/),
    });
    expect(await edit('hai')).toMatchObject({ ok: true });
    expect(await edit('hai', 999)).toMatchObject({
      description: expect.stringMatching(/message to edit not found/),
    });
    expect(await call('answerCallbackQuery', { callback_query_id: '1' })).toMatchObject({
      description: expect.stringMatching(/query is too old/),
    });
    expect(await call('sendMessage', { chat_id: 8, text: 'x' })).toMatchObject({
      description: expect.stringMatching(/chat not found/),
    });
    fake.block(7);
    expect(await call('sendMessage', { chat_id: 7, text: 'x' })).toMatchObject({ error_code: 403 });
  });

  test('[T30] answers 429 with the seconds to wait', async () => {
    const { call } = await telegram({ limits: { perChat: { most: 1, ms: 1_000 }, perSecond: 30 } });
    await call('sendMessage', { chat_id: 7, text: 'x' });
    expect(await call('sendMessage', { chat_id: 7, text: 'x' })).toMatchObject({
      error_code: 429,
      parameters: { retry_after: 1 },
    });
  });
});

test('[T30] a form of grammY is read by hand: small header names, an unquoted filename', () => {
  const body =
    '--b\r\ncontent-disposition:form-data;name="document"\r\n\r\nattach://1\r\n--b\r\ncontent-disposition:form-data;name="1";filename=Báo cáo.docx\r\ncontent-type:application/octet-stream\r\n\r\nPK\r\n--b--\r\n';
  expect(readForm('multipart/form-data; boundary=b', Buffer.from(body))).toEqual([
    { name: 'document', bytes: Buffer.from('attach://1') },
    { name: '1', filename: 'Báo cáo.docx', bytes: Buffer.from('PK') },
  ]);
  expect(() => readForm('multipart/form-data; boundary=c', Buffer.from(body))).toThrow();
});

test('[T31] the fake of Zalo Bot answers 200 always, one update at a time, and knows no buttons', async () => {
  const fake = await FakeZaloBot.start({ quota: 1 });
  fakes.push(fake);
  const call = async (method: string, body: object = {}, token = fake.token) => {
    const response = await fetch(`${fake.root}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return response.json();
  };
  expect(await call('getMe', {}, 'wrong')).toMatchObject({ ok: false, error_code: 401 });
  expect(await call('editMessage')).toMatchObject({ error_code: 404 });
  fake.says('p', 'mất vì không ai hỏi');
  expect(await call('getUpdates', { timeout: 0.1 })).toMatchObject({ ok: false, error_code: 408 });
  const held = call('getUpdates', { timeout: 5 });
  while (!fake.polled) await new Promise(done => setTimeout(done, 5));
  fake.says('p', 'chào');
  expect(await held).toMatchObject({
    ok: true,
    result: { event_name: 'message.text.received', message: { text: 'chào' } },
  });
  const say = (text: string, more = {}) => call('sendMessage', { chat_id: 'p', text, ...more });
  expect(await say('a'.repeat(2001))).toMatchObject({ error_code: 400 });
  expect(await say('')).toMatchObject({ error_code: 400 });
  expect(await say('x', { reply_markup: {} })).toMatchObject({ error_code: 400 });
  expect(await say('😀'.repeat(1000))).toMatchObject({
    ok: true,
    result: { message_id: expect.any(String) },
  });
  expect(await say('x')).toMatchObject({ error_code: 429 });
  expect(await call('setWebhook', { url: 'https://x.vn', secret_token: 'short' })).toMatchObject({
    error_code: 400,
  });
});

test('[T32] the fake of Zalo OA takes a refresh token once, and refuses what is too long, too late or too much', async () => {
  const fake = await FakeZaloOa.start();
  fakes.push(fake);
  const refresh = async (refresh_token: string) => {
    const form = new URLSearchParams({ refresh_token, app_id: fake.appId, grant_type: 'refresh_token' });
    const response = await fetch(`${fake.root}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: fake.appSecret },
      body: form,
    });
    return (await response.json()) as { error?: number; access_token: string; refresh_token: string };
  };
  const pair = await refresh(fake.firstRefreshToken);
  expect(await refresh(fake.firstRefreshToken)).toMatchObject({ error: -14014 });
  const send = async (message: object, access_token = pair.access_token) => {
    const body = JSON.stringify({ recipient: { user_id: 'p' }, message });
    const response = await fetch(`${fake.root}/v3.0/oa/message/cs`, {
      method: 'POST',
      headers: { access_token },
      body,
    });
    expect(response.status).toBe(200);
    return response.json();
  };
  expect(await send({ text: 'x' }, 'wrong')).toMatchObject({ error: -216 });
  expect(await send({ text: 'x' })).toMatchObject({ error: -213 });
  fake.says('p', 'chào');
  expect(await send({ text: 'a'.repeat(2001) })).toMatchObject({ error: -210 });
  const button = { title: 'x', type: 'oa.query.hide', payload: 'x' };
  const withButtons = (n: number) => ({
    text: 'x',
    attachment: { type: 'template', payload: { buttons: Array(n).fill(button) } },
  });
  expect(await send(withButtons(6))).toMatchObject({ error: -210 });
  expect(await send(withButtons(5))).toMatchObject({ error: 0, data: { message_id: expect.any(String) } });
  fake.closeWindow('p');
  expect(await send({ text: 'x' })).toMatchObject({ error: -230 });
  fake.expireAccess();
  expect(await send({ text: 'x' })).toMatchObject({ error: -220 });
});
