import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import ICAL from 'ical.js';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Story } from './testing/page-story.ts';
import { desk, launchBrowser, openPage, phone } from './testing/page-story.ts';
import { violations } from './testing/violations.ts';

/** The whole program behind its sign-in, as others than this machine reach it. */
const dataDir = mkdtempSync(join(tmpdir(), 'tro-ly-nhac-'));
const PASSWORD = 'mật-khẩu-của-người-quản-trị';
let browser: Browser;
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  const main = join(import.meta.dirname, '../../main.ts');
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: url,
    WEB_PASSWORD: PASSWORD,
    LOG_LEVEL: 'error',
  };
  server = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(server.stdout!, 'data');
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

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

/** A page of somebody who has just signed in. */
async function signedIn(device: BrowserContextOptions = desk): Promise<Story> {
  const entered = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ secret: PASSWORD }),
  });
  expect(entered.status).toBe(200);
  const cookies = entered.headers.getSetCookie().map(line => {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    const place = { domain: '127.0.0.1', path: '/', expires: -1 };
    return { name: name!, value: value!, ...place, httpOnly: true, secure: false, sameSite: 'Lax' as const };
  });
  return openPage(browser, url, { ...device, storageState: { cookies, origins: [] } });
}

const last = (page: Page): Locator => page.locator('.reply').last();
const textOfLast = (page: Page): Promise<string> => last(page).innerText();

async function press(page: Page, name: string): Promise<void> {
  const before = await page.locator('.reply').count();
  await last(page).getByRole('button', { name }).first().click();
  await page.locator('.reply').nth(before).waitFor();
}

/** Opens a unit by “Nhắc việc” and confirms that its plan still applies. */
async function openConfirmed({ page, ask }: Story): Promise<void> {
  await page.getByRole('button', { name: 'Nhắc việc' }).click();
  await last(page).waitFor();
  await press(page, 'Kế hoạch 1288-KH/ĐU');
  await press(page, 'Chi bộ trực thuộc đảng ủy cơ sở');
  await press(page, 'Xác nhận kế hoạch còn áp dụng');
  await ask('Công văn số 12-CV/ĐU ngày 05/01/2026');
  await press(page, 'Đúng, ghi nhận');
  await press(page, 'Xem danh sách việc');
}

/** What stands outside of the page on the right. */
const outside = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('#turns *:not(.unseen), #due *')]
      .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
      .map(element => element.outerHTML.slice(0, 120)),
  );

const dayAfter = (days: number): string => {
  const day = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').add({ days });
  return `${day.day}/${day.month}/${day.year}`;
};

test.each([
  ['on a desk', desk],
  ['on a phone, in the dark', { ...phone, colorScheme: 'dark' as const }],
  ['at 320 pixels', { viewport: { width: 320, height: 568 } }],
])(
  '[W27] the list, one of it, and one’s own from preview to the line after a reload, %s',
  async (_, device) => {
    const story = await signedIn(device);
    const { page, ask, troubles, close } = story;
    await openConfirmed(story);
    const entries = last(page).locator('.entries li');
    expect(await entries.first().textContent()).toMatch(/^1\. .*ngày \d+\/\d+\/\d{4}.*: /);
    expect(await last(page).locator('.lead').count()).toBeGreaterThan(0);
    expect([await violations(page), await outside(page)]).toEqual([[], []]);

    await last(page).locator('.choices button').first().click();
    await page.getByText('Căn cứ:').last().waitFor();
    expect(await last(page).locator('blockquote').innerText()).not.toBe('');
    expect([await violations(page), await outside(page)]).toEqual([[], []]);

    await ask(`nhắc tôi ngày ${dayAfter(2)} lúc 8 giờ sáng họp bàn “nghị quyết quý IV”`);
    const preview = await textOfLast(page);
    expect(preview).toContain('Sẽ nhắc đồng chí: họp bàn “nghị quyết quý IV”');
    expect(preview).toContain(`${dayAfter(2)}, 08:00`);
    expect(preview).toContain('Chưa lưu. Lưu như vậy chứ?');
    expect([await violations(page), await outside(page)]).toEqual([[], []]);
    await press(page, 'Lưu');
    expect(await textOfLast(page)).toContain('Đã lưu: nhắc đồng chí “họp bàn “nghị quyết quý IV””');

    await page.reload();
    await page.waitForSelector('#log[aria-live="polite"]');
    const due = page.locator('#due');
    expect(await due.innerText()).toMatch(/\d việc đến hạn trong 7 ngày tới/);
    expect([await violations(page), await outside(page)]).toEqual([[], []]);
    const before = await page.locator('.reply').count();
    await due.getByRole('button').click();
    await page.locator('.reply').nth(before).waitFor();
    expect(await textOfLast(page)).toContain('họp bàn “nghị quyết quý IV”');

    await press(page, 'Cài đặt nhắc việc');
    expect([await violations(page), await outside(page)]).toEqual([[], []]);
    const low = await last(page)
      .locator('button:visible')
      .evaluateAll(buttons => buttons.filter(button => button.getBoundingClientRect().height < 44).length);
    expect(low).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  },
);

test('[W27] the calendar comes as a file, and by a private address that needs no sign-in until it is closed', async () => {
  const story = await signedIn();
  const { page, ask, close } = story;
  await openConfirmed(story);
  await ask(`nhắc tôi ngày ${dayAfter(2)} lúc 8 giờ sáng họp chi ủy`);
  await press(page, 'Lưu');
  await press(page, 'Xem danh sách việc');
  await press(page, 'Cài đặt nhắc việc');
  await press(page, 'Lấy tệp lịch (.ics)');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a.download').last().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.ics$/);
  const file = eventsOf(readFileSync(await download.path(), 'utf8'));
  expect(file.map(({ title }) => title)).toContainEqual(expect.stringContaining('họp chi ủy'));
  expect(file.length).toBeGreaterThan(5);

  await ask('nhắc việc');
  await press(page, 'Cài đặt nhắc việc');
  await press(page, 'Mở địa chỉ lịch riêng');
  const opened = page.locator('.reply').filter({ hasText: '/lich/' });
  await opened.waitFor();
  const address = /http:\/\/\S+\.ics/.exec(await opened.innerText())![0];
  expect((await fetch(`${url}/api/history`)).status).toBe(401);
  const feed = await fetch(address);
  expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  // It holds what the file does, and what has just been due.
  expect(eventsOf(await feed.text())).toEqual(expect.arrayContaining(file));

  await page.reload();
  await page.waitForSelector('#log[aria-live="polite"]');
  expect(await page.content()).not.toContain(address);
  await ask('nhắc việc');
  await press(page, 'Cài đặt nhắc việc');
  await press(page, 'Đóng địa chỉ lịch riêng');
  expect((await fetch(address)).status).toBe(404);
  await close();
});

/** The events of a calendar. */
function eventsOf(text: string): { id: string; title: string }[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map(event => ({
    id: String(event.getFirstPropertyValue('uid')),
    title: String(event.getFirstPropertyValue('summary')),
  }));
}
