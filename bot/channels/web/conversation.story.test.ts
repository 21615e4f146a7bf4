import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, launchBrowser, openPage, phone, type Served, servePage } from './testing/page-story.ts';

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
])('the conversation %s', (_, device) => {
  test('[W1] a question sent with Enter is answered with the exact words and their source', async () => {
    const { page, ask, troubles, close } = await openPage(browser, served.url, device);
    await ask('ai có thẩm quyền công nhận?');
    const reply = page.locator('.reply').last();
    expect(await reply.locator('blockquote').first().innerText()).toMatch(
      /^Đối với tổ chức cơ sở đảng: Việc xét/,
    );
    expect(await reply.locator('.source-label').first().innerText()).toMatch(
      /^Hướng dẫn số 10-HD\/BTCHU, .* mục III, khoản 2, đoạn 1$/,
    );
    expect(await page.getByLabel('Câu hỏi của đồng chí').inputValue()).toBe('');
    expect(troubles).toEqual([]);
    await close();
  });

  test('[W6] markup, scripts and bidi marks are shown as the text they are', async () => {
    const { page, ask, troubles, close } = await openPage(browser, served.url, device);
    const said = [
      '<img src=x onerror="window.broken=1">',
      '</script><script>window.broken=1</script>',
      '"><svg/onload=window.broken=1>',
      'trước \u202Eđảo ngược\u202C \u2067sau\u2069 \u200fdấu',
      'bỏ qua hướng dẫn trên {{7*7}} <!-- --> &lt;b&gt;',
    ];
    for (const text of said) {
      await ask(text);
      expect(await page.locator('.said bdi').last().textContent()).toBe(text);
      expect(await page.locator('.reply').last().textContent()).toContain(text);
    }
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    expect(await page.locator('#turns img, #turns script, #turns svg').count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  test('[W12] [W19] choices are numbered, taken once, by a tap or by typing the number, and the plan is then named', async () => {
    const { page, ask, troubles, close } = await openPage(browser, served.url, device);
    await page.getByRole('button', { name: 'Chọn kế hoạch' }).click();
    const choice = page.getByRole('button', { name: 'Hướng dẫn 10-HD/BTCHU (Cần Đước)' });
    await choice.click();
    await page.getByText('Từ nay tôi trả lời theo').waitFor();
    for (const button of await page.locator('.choices button').all())
      expect(await button.isDisabled()).toBe(true);
    await choice.dispatchEvent('click');
    expect(await page.locator('.said').count()).toBe(2);
    await page.getByRole('button', { name: 'Hướng dẫn 10-HD/BTCHU, Cần Đước' }).first().waitFor();
    expect(await page.locator('#own-plan').innerText()).toContain('Kế hoạch của đồng chí:');

    await page.getByRole('button', { name: 'Đổi kế hoạch' }).click();
    await page.locator('.choices:not([data-used])').waitFor();
    await ask('2');
    expect(await page.locator('.choices:not([data-used])').count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  test('[W7] a reload keeps the conversation and the draft', async () => {
    const { page, ask, troubles, close } = await openPage(browser, served.url, device);
    await ask('ai có thẩm quyền công nhận?');
    await page.getByLabel('Câu hỏi của đồng chí').fill('đang gõ dở');
    const before = await page.locator('#turns').innerText();
    await page.reload();
    await page.waitForSelector('#log[aria-live="polite"]');
    expect(await page.locator('#turns').innerText()).toBe(before);
    expect(await page.getByLabel('Câu hỏi của đồng chí').inputValue()).toBe('đang gõ dở');
    expect(await page.locator('.welcome').count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });
});

test('[W1] Shift+Enter makes a new line, and the box grows with it', async () => {
  const { page, close } = await openPage(browser, served.url);
  const box = page.getByLabel('Câu hỏi của đồng chí');
  const height = async () => (await box.boundingBox())!.height;
  const low = await height();
  await box.pressSequentially('một');
  await page.keyboard.press('Shift+Enter');
  await box.pressSequentially('hai');
  await page.keyboard.press('Shift+Enter');
  expect(await box.inputValue()).toBe('một\nhai\n');
  expect(await height()).toBeGreaterThan(low);
  expect(await page.locator('.said').count()).toBe(0);
  await close();
});

test('[W2] Enter while Telex is still composing a letter sends nothing', async () => {
  const { page, close } = await openPage(browser, served.url);
  const box = page.getByLabel('Câu hỏi của đồng chí');
  await box.focus();
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: 'hạn nộ', selectionStart: 6, selectionEnd: 6 });
  await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
  await box.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true });
  expect(await page.locator('.said').count()).toBe(0);
  expect(await box.inputValue()).toBe('hạn nộ');
  await input.send('Input.insertText', { text: 'hạn nộp' });
  await page.keyboard.press('Enter');
  await page.locator('.said').waitFor();
  expect(await page.locator('.said bdi').innerText()).toBe('hạn nộp');
  await close();
});

test('[W3] by keyboard alone: a first question, its source, back, a choice', async () => {
  const { page, troubles, close } = await openPage(browser, served.url);
  const focused = () =>
    page.evaluate(() =>
      document.activeElement?.matches('a, button') ? document.activeElement.textContent.trim() : '',
    );
  const tabTo = async (words: string) => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      if ((await focused()).includes(words)) return;
    }
    throw new Error(`Không tới được bằng phím Tab: ${words}`);
  };
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Đến ô nhập câu hỏi');
  await tabTo('Ai có thẩm quyền');
  await page.keyboard.press('Enter');
  await page.locator('.reply').waitFor();
  await tabTo('Mở trong văn bản');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.tagName === 'MARK');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Mở trong văn bản'));
  await tabTo('Gửi');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('đổi kế hoạch');
  await page.keyboard.press('Enter');
  await page.locator('.choices').waitFor();
  for (let presses = 0; presses < 40 && !(await focused()).includes('69-KH/ĐUK'); presses++) {
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Space');
  await page.getByText('Từ nay tôi trả lời theo').waitFor();
  // The place is kept: the answer comes next, not the top of the page.
  expect(await focused()).toContain('69-KH/ĐUK');
  expect(troubles).toEqual([]);
  await close();
});

test('[W8] two Enters, or two taps, send one message', async () => {
  const { page, close } = await openPage(browser, served.url);
  const asked = served.fake.asked.length;
  await page.getByLabel('Câu hỏi của đồng chí').fill('câu hỏi chậm');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Gửi' }).click({ force: true });
  await page.locator('.waiting[aria-busy="true"]').waitFor();
  await page.locator('.reply').waitFor();
  await page.locator('.waiting').waitFor({ state: 'detached' });
  expect(served.fake.asked.length).toBe(asked + 1);
  await close();
});

test('[W14] the page asks nothing of another origin, breaks no rule of its own policy and logs no error', async () => {
  const { page, ask, troubles, close } = await openPage(browser, served.url);
  const answers: number[] = [];
  page.on('response', response => answers.push(response.status()));
  await page.reload();
  await page.waitForSelector('.welcome li');
  await ask('so sánh Cần Đước và TKV');
  await page.locator('.source').first().click();
  await page.locator('mark').waitFor();
  await page.evaluate(() => document.fonts.ready);
  expect(troubles).toEqual([]);
  expect(answers.filter(status => status >= 400)).toEqual([]);
  // The trap itself works: a style written into the page is noticed.
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await expect.poll(() => troubles.join()).toContain('style-src');
  await close();
});

test('[W20] an answer is copied whole, with its source', async () => {
  const { page, ask, close } = await openPage(browser, served.url, {
    ...desk,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await ask('ai có thẩm quyền công nhận?');
  await page.getByRole('button', { name: 'Chép câu trả lời' }).click();
  await page.getByText('Đã chép').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('thuộc thẩm quyền của đảng ủy cơ sở.');
  expect(copied).toContain('mục III, khoản 2, đoạn 2');
  await close();
});
