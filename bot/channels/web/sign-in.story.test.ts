import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInWords } from '../../words/sign-in-words.ts';
import { type Listening, listen } from './server.ts';
import { fakeAssistant } from './testing/fake-assistant.ts';
import { desk, launchBrowser, phone } from './testing/page-story.ts';
import { violations } from './testing/violations.ts';
import { createWebApp } from './web-app.ts';

let browser: Browser;
let served: Listening;

beforeAll(async () => {
  const sessions = new Set<string>();
  const signIn = {
    password: 'mat khau dài',
    useCode: async () => null,
    addName: async () => undefined,
    openSession: async (hash: string) => void sessions.add(hash),
    isSession: async (hash: string) => sessions.has(hash),
    closeSession: async (hash: string) => void sessions.delete(hash),
    mayTry: () => true,
    now: () => 1_000_000,
  };
  const app = createWebApp({ ...fakeAssistant(), address: { host: '0.0.0.0', publicUrl: null }, signIn });
  [browser, served] = await Promise.all([launchBrowser(), listen(app, { host: '127.0.0.1', port: 0 })]);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

test.each([
  ['on a desk', { ...desk, colorScheme: 'light' }],
  ['on a phone in the dark', { ...phone, colorScheme: 'dark' }],
] as const)(
  '[O16] somebody who is not signed in is asked to, by keyboard, refused in a sentence, then let in %s',
  async (_, device) => {
    const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', ...device });
    const page = await context.newPage();
    await page.goto(served.url);
    const secret = page.getByLabel('Mã sáu số hoặc mật khẩu');
    await secret.waitFor();
    expect(await violations(page)).toEqual([]);

    await secret.fill('sai rồi');
    await secret.press('Enter');
    await page.getByRole('alert').filter({ hasText: signInWords.refused }).waitFor();
    expect(await violations(page)).toEqual([]);

    await secret.fill('mat khau dài');
    await secret.press('Enter');
    await page.getByLabel('Câu hỏi của đồng chí').waitFor();
    await context.close();
  },
);
