import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type Listening, listen } from '../server.ts';
import { createWebApp } from '../web-app.ts';
import { type FakeAssistant, fakeAssistant } from './fake-assistant.ts';
import { findBrowser } from './find-browser.ts';

export const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

const quietly = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), args: quietly, chromiumSandbox: false });

export interface Served extends Listening {
  fake: FakeAssistant;
}

export async function servePage(port = 0): Promise<Served> {
  const fake = fakeAssistant();
  return { fake, ...(await listen(createWebApp(fake), { host: '127.0.0.1', port })) };
}

export interface Story {
  page: Page;
  /** What must not happen: console errors, broken policy, requests that leave the origin. */
  troubles: string[];
  ask(text: string): Promise<void>;
  close(): Promise<void>;
}

/** A person opens the page on a device of this size. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = desk,
): Promise<Story> {
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', error => troubles.push(String(error)));
  page.on('request', request => {
    if (new URL(request.url()).origin !== new URL(url).origin) troubles.push(`ra ngoài: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event =>
      console.error(`CSP: ${event.violatedDirective}`),
    );
  });
  await page.goto(url);
  await page.waitForSelector('#log[aria-live="polite"]');
  return {
    page,
    troubles,
    ask: async text => {
      const before = await page.locator('.reply').count();
      await page.getByLabel('Câu hỏi của đồng chí').fill(text);
      await page.keyboard.press('Enter');
      await page.locator('.reply').nth(before).waitFor();
    },
    close: () => context.close(),
  };
}

/** The words marked in the document, as they are seen. */
export const markedWords = (page: Page): Promise<string> =>
  page.locator('mark').evaluateAll(marks =>
    marks
      .map(mark =>
        [...mark.childNodes]
          .filter(node => node.nodeType === 3)
          .map(node => node.nodeValue)
          .join(''),
      )
      .join(' '),
  );
