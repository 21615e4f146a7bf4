import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  desk,
  launchBrowser,
  markedWords,
  openPage,
  phone,
  type Served,
  servePage,
} from './testing/page-story.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), servePage()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const inView = async (page: import('playwright-core').Page, selector: string) =>
  page.locator(selector).evaluate(element => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });

describe.each([
  ['on a desk', desk],
  ['on a phone', phone],
])('the document %s', (_, device) => {
  test('[W4] a source opens the plan with exactly the quoted words marked, in view, with the focus', async () => {
    const { page, ask, troubles, close } = await openPage(browser, served.url, device);
    await ask('ai có thẩm quyền công nhận?');
    const quoted = await page.locator('blockquote').nth(1).innerText();
    await page.locator('.source').nth(1).click();
    await page.locator('mark').waitFor();
    expect(await markedWords(page)).toBe(quoted);
    expect(await inView(page, 'mark')).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MARK');
    expect(troubles).toEqual([]);
    await close();
  });

  test('[W5] the browser’s Back returns to the conversation and to the source that was opened', async () => {
    const { page, ask, troubles, close } = await openPage(browser, served.url, device);
    await ask('ai có thẩm quyền công nhận?');
    await page.locator('.source').first().click();
    await page.locator('mark').waitFor();
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.classList.contains('source'));
    expect(await page.locator('mark').count()).toBe(0);
    expect(await page.locator('.source').first().isVisible()).toBe(true);
    expect(page.url()).toBe(`${served.url}/`);
    expect(troubles).toEqual([]);
    await close();
  });

  test('[W7] a reload keeps the document open at its marked words', async () => {
    const { page, ask, close } = await openPage(browser, served.url, device);
    await ask('ai có thẩm quyền công nhận?');
    await page.locator('.source').first().click();
    await page.locator('mark').waitFor();
    const marked = await markedWords(page);
    await page.reload();
    await page.locator('mark').waitFor();
    expect(await markedWords(page)).toBe(marked);
    expect(await inView(page, 'mark')).toBe(true);
    await page.goBack();
    await page.locator('mark').waitFor({ state: 'detached' });
    await close();
  });

  test('[W21] every plan can be read from its beginning and by its table of contents, none of its words lost', async () => {
    const { page, troubles, close } = await openPage(browser, served.url, device);
    const bare = (text: string) => text.replace(/\s+/g, '');
    for (const plan of served.fake.plans()) {
      await page.getByRole('button', { name: 'Văn bản', exact: true }).click();
      await page.locator('.plan-card').nth(served.fake.plans().indexOf(plan)).click();
      await page.locator('.document').waitFor();
      const shown = await page.locator('.clause').evaluateAll(clauses =>
        clauses
          .map(clause =>
            [...clause.childNodes]
              .filter(node => node.nodeType === 3)
              .map(node => node.nodeValue)
              .join(''),
          )
          .join(''),
      );
      expect(bare(shown)).toBe(bare(served.fake.plan(plan.id)!.text));
      await page.getByRole('button', { name: 'Mục lục' }).click();
      const last = page.locator('.contents button').last();
      const heading = await last.innerText();
      await last.click();
      expect(bare(await page.evaluate(() => document.activeElement?.textContent ?? ''))).toBe(bare(heading));
      await page.goBack();
      await page.locator('.document').waitFor({ state: 'detached' });
    }
    expect(troubles).toEqual([]);
    await close();
  });
});

test('[W5] on a phone the document covers the conversation, and “Quay lại hội thoại” or Escape uncovers it', async () => {
  const { page, ask, close } = await openPage(browser, served.url, phone);
  await ask('ai có thẩm quyền công nhận?');
  for (const leave of [
    () => page.getByRole('button', { name: 'Quay lại hội thoại' }).click(),
    () => page.keyboard.press('Escape'),
  ]) {
    await page.locator('.source').first().click();
    await page.getByRole('dialog', { name: 'Văn bản' }).waitFor();
    await page.locator('mark').waitFor();
    const sheet = (await page.locator('#reader').boundingBox())!;
    expect([sheet.x, sheet.y, sheet.width, sheet.height]).toEqual([0, 0, 390, 844]);
    expect(await page.locator('#talk').evaluate(talk => (talk as HTMLElement).inert)).toBe(true);
    await leave();
    await page.locator('#reader').waitFor({ state: 'hidden' });
    expect(await page.locator('#talk').evaluate(talk => (talk as HTMLElement).inert)).toBe(false);
  }
  await close();
});

test('[W4] a second source takes the first one’s place, and one Back leaves both', async () => {
  const { page, ask, close } = await openPage(browser, served.url);
  await ask('so sánh Cần Đước và TKV');
  await page.locator('.source').nth(0).click();
  await page.locator('mark').waitFor();
  await page.locator('.source').nth(1).click();
  await page.getByText('Kế hoạch 1288-KH/ĐU', { exact: true }).last().waitFor();
  await page.locator('mark').waitFor();
  expect(await markedWords(page)).toBe(await page.locator('blockquote').nth(1).innerText());
  await page.goBack();
  await page.locator('.plans').waitFor();
  await close();
});

test('[W22] the page prints the conversation; asked for from the document, the document', async () => {
  const { page, ask, close } = await openPage(browser, served.url);
  await ask('ai có thẩm quyền công nhận?');
  await page.locator('.source').first().click();
  await page.locator('mark').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.document').isVisible()).toBe(false);
  expect(await page.locator('.reply').isVisible()).toBe(true);
  expect(await page.getByLabel('Câu hỏi của đồng chí').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => {
    window.print = () => {};
  });
  await page.getByRole('button', { name: 'In', exact: true }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.document').isVisible()).toBe(true);
  expect(await page.locator('.reply').isVisible()).toBe(false);
  await close();
});
