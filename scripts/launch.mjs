// Runs a TypeScript file of this project on the project's own Node (the npm package `node`), installing
// what is missing first. Plain JavaScript that any Node from 20 on can read: it is the first thing to run.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed-lock');
const ownNode = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const installed = existsSync(ownNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;

if (!installed) {
  process.stderr.write('Đang cài những gì còn thiếu (chỉ lần đầu, khoảng một phút)…\n');
  // What npm prints belongs on standard error: standard output is kept for the command's own JSON.
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    process.stderr.write('Chưa cài được. Hãy kiểm tra kết nối tới kho npm rồi chạy lại lệnh này.\n');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

const [target, ...rest] = process.argv.slice(2);
const file = join(root, target);

if (Number(process.versions.node.split('.')[0]) >= 26) {
  // Compiled code is kept between runs, and the young generation starts large: reading the plans makes much garbage.
  nodeModule.enableCompileCache(join(modules, '.cache', 'compiled'));
  setFlagsFromString('--semi-space-growth-factor=4');
  setFlagsFromString('--min-semi-space-size=32');
  // npm puts node_modules/.bin first in PATH, so from the second time on this is already the right Node.
  process.argv = [process.argv[0], file, ...rest];
  await import(pathToFileURL(file).href);
  // It is written at the end of a run; of one that is killed, now.
  setTimeout(() => nodeModule.flushCompileCache(), 1000).unref();
} else {
  const child = spawn(ownNode, [file, ...rest], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + 15 : (code ?? 1)));
}
