import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage, type Served, servePage } from './testing/page-story.ts';

let browser: Browser;
let served: Served;
const started: ChildProcess[] = [];

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), servePage()]);
});
afterAll(async () => {
  for (const server of started) server.kill('SIGKILL');
  await browser?.close();
  await served?.close();
});

/** A server in a process of its own, so that it can be killed. */
async function start(port = 0): Promise<{ server: ChildProcess; url: string }> {
  const script = join(import.meta.dirname, 'testing/serve-fake.ts');
  const server = spawn(process.execPath, [script, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(server);
  const [line] = await once(server.stdout!, 'data');
  return { server, url: String(line).trim() };
}

async function kill(server: ChildProcess) {
  server.kill('SIGKILL');
  await once(server, 'exit');
}

test('[W9] a server killed in the middle of an answer: the message stays and “Gửi lại” gets the answer', async () => {
  const { server, url } = await start();
  const { page, close } = await openPage(browser, url);
  await page.getByLabel('Câu hỏi của đồng chí').fill('câu hỏi chậm');
  await page.keyboard.press('Enter');
  await page.locator('.waiting').waitFor();
  await kill(server);
  await page.getByText('không kết nối được').waitFor();
  expect(await page.locator('.said bdi').innerText()).toBe('câu hỏi chậm');
  expect(await page.locator('.waiting').count()).toBe(0);

  await start(Number(new URL(url).port));
  await page.getByRole('button', { name: 'Gửi lại' }).click();
  await page.locator('.reply').waitFor();
  expect(await page.locator('.said').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Gửi lại' }).count()).toBe(0);
  await close();
});

test('[W9] a page reloaded before the answer came offers the message again', async () => {
  const { server, url } = await start();
  const { page, close } = await openPage(browser, url);
  await page.getByLabel('Câu hỏi của đồng chí').fill('câu hỏi chậm');
  await page.keyboard.press('Enter');
  await page.locator('.waiting').waitFor();
  await kill(server);
  await start(Number(new URL(url).port));
  await page.reload();
  await page.getByText('Câu này chưa có trả lời').waitFor();
  await page.getByRole('button', { name: 'Gửi lại' }).click();
  await page.locator('.reply').waitFor();
  expect(await page.locator('.said').count()).toBe(1);
  await close();
});

test('[W7] a server that forgot the conversation does not make the page forget it', async () => {
  const { server, url } = await start();
  const { page, ask, close } = await openPage(browser, url);
  await ask('ai có thẩm quyền công nhận?');
  await kill(server);
  await start(Number(new URL(url).port));
  await page.reload();
  await page.locator('.reply blockquote').first().waitFor();
  expect(await page.locator('.said').count()).toBe(1);
  await close();
});

test('[W10] a failure inside is told in one sentence with a number, and nothing of the inside', async () => {
  const { page, close } = await openPage(browser, served.url);
  await page.getByLabel('Câu hỏi của đồng chí').fill('lỗi máy');
  await page.keyboard.press('Enter');
  const told = page.locator('.said-foot p');
  await told.waitFor();
  expect(await told.innerText()).toMatch(/^Trợ lý gặp trục trặc .* mã [A-Z0-9]{6}\.$/);
  await close();
});

test.each([5_000, 100_000])(
  '[W11] %i characters are refused in a sentence and stay in the box',
  async length => {
    const { page, ask, close } = await openPage(browser, served.url);
    const text = 'ấ'.repeat(length);
    await page.getByLabel('Câu hỏi của đồng chí').fill(text);
    await page.keyboard.press('Enter');
    await page.getByText('dài quá 4.000 ký tự').waitFor();
    expect(await page.getByLabel('Câu hỏi của đồng chí').inputValue()).toBe(text);
    expect(await page.locator('.said').count()).toBe(0);
    await ask('ngắn thôi');
    expect(await page.getByText('dài quá 4.000 ký tự').count()).toBe(0);
    await close();
  },
);

test('[W11] an empty box sends nothing', async () => {
  const { page, close } = await openPage(browser, served.url);
  await page.getByLabel('Câu hỏi của đồng chí').fill('  \n ');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Gửi' }).click({ force: true });
  expect(await page.locator('.said').count()).toBe(0);
  expect(await page.locator('.welcome').count()).toBe(1);
  await close();
});

test('[W9] a document that cannot be fetched says so and can be tried again', async () => {
  const { page, close } = await openPage(browser, served.url);
  await page.route('**/api/plans/*', route => route.abort());
  await page.locator('.plan-card').first().click();
  await page.getByText('Chưa mở được văn bản').waitFor();
  await page.unroute('**/api/plans/*');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.locator('.document').waitFor();
  await close();
});
