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

describe.each(['light', 'dark'] as const)('in the %s theme', colorScheme => {
  test.each([
    ['on a desk', desk],
    ['on a phone', phone],
  ])('[W13] axe finds nothing wrong %s: empty, answered, choosing, failed, reading', async (_, device) => {
    const { page, ask, close } = await openPage(browser, served.url, { ...device, colorScheme });
    expect(await violations(page)).toEqual([]);
    await ask('so sánh Cần Đước và TKV');
    await ask('đổi kế hoạch');
    expect(await violations(page)).toEqual([]);
    await page.locator('.choices button').nth(2).click();
    await page.getByText('Từ nay tôi trả lời theo').waitFor();
    await page.getByLabel('Câu hỏi của đồng chí').fill('lỗi máy');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Gửi lại' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('.source').first().click();
    await page.locator('mark').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Mục lục' }).click();
    expect(await violations(page)).toEqual([]);
    await page.goBack();
    await page.getByRole('button', { name: 'Văn bản', exact: true }).click();
    await page.locator('.plan-card').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await close();
  });
});

const widths = [
  ['320 pixels wide', { viewport: { width: 320, height: 568 } }],
  ['a desk at 200 %', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ['a desk at 400 %', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
  ['just two panes', { viewport: { width: 900, height: 700 } }],
] as const;

test.each(widths)('[W15] nothing runs out of the page at %s', async (_, size) => {
  const { page, ask, close } = await openPage(browser, served.url, { ...size });
  const overflow = () =>
    page.evaluate(() => {
      const wide = [...document.querySelectorAll('body, body *:not(.unseen):not(.skip)')].filter(element => {
        const { right, left, width } = element.getBoundingClientRect();
        return width > 1 && (right > innerWidth + 1 || left < -1);
      });
      return [...wide.map(element => element.outerHTML.slice(0, 120)), ...(scrollX > 0 ? ['scrolled'] : [])];
    });
  expect(await overflow()).toEqual([]);
  await ask(`https://capuy.example.vn/${'nghiêng'.repeat(60)} ${'a'.repeat(500)}`);
  await ask('so sánh Cần Đước và TKV');
  await ask('đổi kế hoạch');
  await page.locator('.choices button').nth(2).click();
  await page.getByText('Từ nay tôi trả lời theo').waitFor();
  expect(await overflow()).toEqual([]);
  await page.locator('.source').first().click();
  await page.locator('mark').waitFor();
  expect(await overflow()).toEqual([]);
  await close();
});

test('[W15] whatever can be tapped is at least 44 pixels high and wide', async () => {
  const { page, ask, close } = await openPage(browser, served.url, phone);
  const small = () =>
    page.locator('button:visible').evaluateAll(buttons =>
      buttons
        .filter(button => !button.classList.contains('link'))
        .map(button => ({ words: button.textContent?.trim(), box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ words }) => words),
    );
  expect(await small()).toEqual([]);
  await ask('so sánh Cần Đước và TKV');
  await ask('đổi kế hoạch');
  expect(await small()).toEqual([]);
  await page.locator('.source').first().click();
  await page.getByRole('button', { name: 'Mục lục' }).click();
  expect(await small()).toEqual([]);
  await close();
});

test('[W13] the fonts of the page have every Vietnamese letter', async () => {
  const { page, close } = await openPage(browser, served.url);
  const loaded = await page.evaluate(async () => {
    const letters = 'ạảãàáâậầấẩẫăắằặẳẵđêệếềểễôộốồổỗơợớờởỡưựứừửữỳỵỷỹ';
    const faces = [
      '400 16px "Be Vietnam Pro"',
      '600 16px "Be Vietnam Pro"',
      '400 16px "Source Serif 4"',
      'italic 16px "Source Serif 4"',
    ];
    return Promise.all(
      faces.map(face =>
        document.fonts.load(face, letters + letters.toUpperCase()).then(found => found.length),
      ),
    );
  });
  expect(loaded.every(faces => faces > 0)).toBe(true);
  await close();
});
