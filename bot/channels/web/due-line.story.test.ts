import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, launchBrowser, openPage, phone, type Served, servePage } from './testing/page-story.ts';
import { violations } from './testing/violations.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), servePage()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

describe.each([
  ['on a desk', desk],
  ['on a phone', phone],
  ['at 320 pixels in the dark', { viewport: { width: 320, height: 568 }, colorScheme: 'dark' }],
] as const)('what is due, %s', (_, device) => {
  test('[W26] is said when the page opens, and one press lists it', async () => {
    served.fake.due = async () => ({ overdue: 1, today: 0, week: 2 });
    const { page, troubles, close } = await openPage(browser, served.url, device);
    const line = page.locator('#due');
    expect(await line.innerText()).toContain('1 việc quá hạn, 2 việc đến hạn trong 7 ngày tới.');
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await line.getByRole('button', { name: 'Xem việc đến hạn' }).click();
    expect(await page.locator('.said bdi').last().textContent()).toBe('nhắc việc');
    await page.locator('.reply').last().waitFor();
    expect(await line.isVisible()).toBe(false);
    expect(troubles).toEqual([]);
    await close();
  });

  test('[W26] with nothing due nothing is said, and “Nhắc việc” is always at hand', async () => {
    served.fake.due = async () => ({ overdue: 0, today: 0, week: 0 });
    const { page, close } = await openPage(browser, served.url, device);
    expect(await page.locator('#due').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Nhắc việc' }).click();
    expect(await page.locator('.said bdi').last().textContent()).toBe('nhắc việc');
    await close();
  });
});
