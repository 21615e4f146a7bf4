import { existsSync } from 'node:fs';
import { env } from 'node:process';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where this machine keeps a Chromium; CHROMIUM_PATH comes first. */
export function findBrowser(): string {
  const found = [env.CHROMIUM_PATH, ...places].find(path => path && existsSync(path));
  if (!found) {
    throw new Error(
      'Không thấy trình duyệt Chromium. Hãy cài Chromium hoặc Google Chrome, hay đặt CHROMIUM_PATH.',
    );
  }
  return found;
}
