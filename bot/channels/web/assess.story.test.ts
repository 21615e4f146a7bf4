import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import mammoth from 'mammoth';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, launchBrowser, openPage, phone } from './testing/page-story.ts';
import { violations } from './testing/violations.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'tro-ly-trang-'));
let browser: Browser;
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  const main = join(import.meta.dirname, '../../main.ts');
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' };
  server = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(server.stdout!, 'data');
  url = /http:\/\/\S+:\d+/.exec(String(line))![0];
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  if (server && server.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  rmSync(dataDir, { recursive: true, force: true });
});

/** The last reply: the one that asks. */
const last = (page: Page): Locator => page.locator('.reply').last();

/** Does something, and waits until it is answered. */
async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await page.locator('.reply').count();
  await act();
  await page.locator('.reply').nth(before).waitFor();
  expect(await page.locator('.waiting').count()).toBe(0);
}

const button = (page: Page, name: string): Locator => last(page).getByRole('button', { name });
const press = (page: Page, name: string): Promise<void> => answered(page, () => button(page, name).click());
const step = (page: Page): Promise<string> => last(page).locator('.progress strong').innerText();

/** Opens a self-assessment of a chi bộ of TKV, all by buttons but its name. */
async function openWalk(page: Page, ask: (text: string) => Promise<void>, unit: string): Promise<void> {
  await ask('đánh giá chi bộ');
  await press(page, 'Kế hoạch 1288-KH/ĐU');
  await press(page, 'Chi bộ trực thuộc đảng ủy cơ sở');
  await ask(unit);
  await press(page, '2024');
  expect(await step(page)).toBe('Câu 1/19');
}

const rest = ['12/12', '4/4', 'đạt', 'đạt', 'đạt', 'đạt', '0', '0', '0', 'đạt', 'đạt', 'đạt', 'đạt', 'đạt'];

test.each([
  ['on a desk', desk],
  ['on a phone, in the dark', { ...phone, colorScheme: 'dark' as const }],
])('[W23] a chi bộ is walked from the first question to its report %s', async (name, device) => {
  const { page, ask, troubles, close } = await openPage(browser, url, device);
  await openWalk(page, ask, `Chi bộ ${name}`);
  expect(await violations(page)).toEqual([]);

  await press(page, 'Xem căn cứ');
  expect(await page.locator('.reply blockquote').last().innerText()).toMatch(
    /^Thực hiện tốt việc cụ thể hóa/,
  );
  await press(page, 'Đã đáp ứng');
  await press(page, 'Đã đáp ứng');
  expect(await step(page)).toBe('Câu 3/19');
  await press(page, 'Quay lại');
  expect(await last(page).innerText()).toContain('Đang ghi: đã đáp ứng');
  await press(page, 'Đã đáp ứng');
  await press(page, 'Đã đáp ứng');

  // A number is typed: nothing is numbered, and the box waits for it.
  expect(await last(page).locator('.number').count()).toBe(0);
  const focused = await page.evaluate(() => document.activeElement?.id);
  expect(focused === 'question').toBe(device === desk);
  await ask('3/2');
  await ask('8/10');
  expect(await page.locator('.reply').allInnerTexts()).toContainEqual(
    expect.stringContaining('Đến đây kết quả đã rõ: không đạt'),
  );

  await page.reload();
  await page.waitForSelector('#log[aria-live="polite"]');
  expect(await step(page)).toBe('Câu 6/19');
  const said = await page.locator('.said bdi').allInnerTexts();
  expect(said.filter(words => words === 'Đã đáp ứng')).toHaveLength(4);
  expect(said.filter(words => /^[a-z-]+$/.test(words))).toEqual([]);
  expect(await page.locator('.choices:not([data-used])').count()).toBe(1);

  await ask('ai công nhận chi bộ bốn tốt?');
  expect(await page.locator('.reply').nth(-2).innerText()).toContain('đảng ủy cơ sở');
  expect(await step(page)).toBe('Câu 6/19');
  for (const answer of rest) await ask(answer);

  const review = last(page);
  expect(await review.locator('.outcomes li').count()).toBe(4 + 19);
  expect(await review.locator('.outcomes .sign.unmet').allInnerTexts()).toEqual(['✗', '✗']);
  expect(await review.getByRole('img', { name: 'chưa đáp ứng' }).count()).toBe(2);
  expect(await review.locator('.result').innerText()).toBe('Kết quả lúc này: không đạt.');
  expect(await violations(page)).toEqual([]);

  await press(page, 'Nộp kết quả tự rà soát');
  await page.getByText('Lưu ý:', { exact: true }).waitFor();
  expect(await page.locator('.result').last().innerText()).toBe('Kết quả: không đạt.');
  expect(await violations(page)).toEqual([]);
  const html = await page.content();
  expect(html).not.toContain(dataDir);
  expect(html).not.toContain('"criteria"');

  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a.download').click()]);
  expect(download.suggestedFilename()).toMatch(/^bao-cao-tu-ra-soat-chi-bo-on-a-.*-2024\.docx$/);
  const { value } = await mammoth.extractRawText({ buffer: readFileSync(await download.path()) });
  expect(value).toContain(`Chi bộ ${name}`);
  expect(value).toContain('8/10');
  expect(troubles).toEqual([]);
  await close();
});

test('[W24] a button of an earlier question, still open elsewhere, is refused and changes nothing', async () => {
  const first = await openPage(browser, url);
  await openWalk(first.page, first.ask, 'Chi bộ hai cửa sổ');
  const second = await first.page.context().newPage();
  await second.goto(url);
  await second.waitForSelector('#log[aria-live="polite"]');
  await press(first.page, 'Đã đáp ứng');
  expect(await step(first.page)).toBe('Câu 2/19');

  await press(second, 'Chưa đáp ứng');
  const refused = second.getByText('Nút này đã cũ');
  await refused.waitFor();
  expect(await step(second)).toBe('Câu 2/19');
  expect(await second.locator('.choices:not([data-used])').count()).toBe(1);
  await press(second, 'Quay lại');
  expect(await last(second).innerText()).toContain('Đang ghi: đã đáp ứng');
  await first.close();
});

test('[W24] a plan chosen in the middle is no old button, and the walk goes on', async () => {
  const { page, ask, close } = await openPage(browser, url);
  await openWalk(page, ask, 'Chi bộ đổi kế hoạch');
  await ask('đổi kế hoạch');
  await press(page, 'Hướng dẫn 10-HD/BTCHU');
  await page.getByText('Đã ghi nhận kế hoạch').waitFor();
  expect(await step(page)).toBe('Câu 1/19');
  await close();
});

test('[W25] a document is fetched by its person alone, and the buttons after a verdict outlive a question', async () => {
  const { page, ask, close } = await openPage(browser, url);
  await openWalk(page, ask, 'Chi bộ Phân xưởng 1');
  await ask('xem lại');
  await press(page, 'Nộp kết quả tự rà soát');
  await ask('ai công nhận chi bộ bốn tốt?');
  await answered(page, () => page.getByRole('button', { name: 'Lấy lại báo cáo' }).click());
  const link = new URL((await page.locator('a.download').last().getAttribute('href'))!, url).href;
  expect(Buffer.from(link.split('.')[1]!, 'base64url').toString()).not.toContain(dataDir);

  const status = async (by: Page, address: string) => (await by.request.get(address)).status();
  const other = await openPage(browser, url);
  expect(await status(page, link)).toBe(200);
  expect(await status(other.page, link)).toBe(404);
  expect(await status(page, link.replace('/api/documents/', '/tai-lieu/'))).toBe(404);
  expect((await fetch(link)).status).toBe(404);
  await Promise.all([close(), other.close()]);
});

test('[W15] nothing of a self-assessment runs out of the page at 320 pixels', async () => {
  const { page, ask, close } = await openPage(browser, url, { viewport: { width: 320, height: 568 } });
  await openWalk(page, ask, 'Chi bộ màn hình hẹp');
  await ask('xem lại');
  await press(page, 'Nộp kết quả tự rà soát');
  await page.getByText('Lưu ý:', { exact: true }).waitFor();
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('#turns *:not(.unseen)')]
      .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
      .map(element => element.outerHTML.slice(0, 120)),
  );
  expect(wide).toEqual([]);
  const small = await page
    .locator('#turns button:visible, #turns a:visible')
    .evaluateAll(targets => targets.filter(target => target.getBoundingClientRect().height < 44).length);
  expect(small).toBe(0);
  await close();
});
