import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { findBrowser } from '../bot/channels/web/testing/find-browser.ts';
import { runTool } from './run-tool.ts';

/**
 * Sees to it that the stories have a Chromium: the machine's own, else the system's package, else the one that
 * playwright-core can download. Its place is left in CHROMIUM_PATH for the tests. False when none can be had.
 */
export function provideBrowser(): boolean {
  const ways = [() => {}, installPackage, download];
  for (const way of ways) {
    way();
    const place = ownBrowser() ?? downloaded();
    if (place) {
      process.env.CHROMIUM_PATH = place;
      return true;
    }
  }
  process.stderr.write(
    'Không có trình duyệt Chromium và chưa cài được. Hãy cài Chromium hoặc Google Chrome, hay đặt CHROMIUM_PATH, rồi chạy lại npm test.\n',
  );
  return false;
}

function ownBrowser(): string | null {
  try {
    return findBrowser();
  } catch {
    return null;
  }
}

function downloaded(): string | null {
  const place = chromium.executablePath();
  return existsSync(place) ? place : null;
}

function installPackage(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  process.stderr.write('Đang cài Chromium cho các bài kiểm tra…\n');
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update'], quiet);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
}

function download(): void {
  runTool('playwright-core/cli.js', 'install', 'chromium');
}
