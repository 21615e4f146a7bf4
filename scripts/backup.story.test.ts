import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';

const folder = (): string => mkdtempSync(join(tmpdir(), 'backup-'));
const run = (script: string, args: string[], env: Record<string, string>, input = '') =>
  spawnSync(process.execPath, [join(import.meta.dirname, `${script}.ts`), ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, DATABASE_URL: '', ...env },
  });

const SECRET = 'postgres://nguoi-rieng:mat-khau-rieng@127.0.0.1:1/kho-rieng';

describe('the commands backup and restore', () => {
  it('[K13] carry a conversation from one DATA_DIR to another', () => {
    const [from, to, file] = [folder(), folder(), join(folder(), 'sao-luu.jsonl')];
    const chat = ['--jsonl', '--user', 'an'];
    expect(run('chat', chat, { DATA_DIR: from }, '{"text":"/kehoach"}\n').status).toBe(0);
    const backup = run('backup', [file], { DATA_DIR: from });
    expect([backup.status, backup.stderr, backup.stdout]).toEqual([
      0,
      '',
      `Đã sao lưu 2 bản ghi vào ${file}.\n`,
    ]);
    const restore = run('restore', [file], { DATA_DIR: to });
    expect([restore.status, restore.stderr, restore.stdout]).toEqual([
      0,
      '',
      `Đã khôi phục 2 bản ghi từ ${file}.\n`,
    ]);
    // The choices offered before the backup still stand after it.
    const chosen = run('chat', chat, { DATA_DIR: to }, '{"text":"1"}\n');
    expect(chosen.stdout).toContain('Đã ghi nhận kế hoạch');
    expect(run('restore', [file], { DATA_DIR: to })).toMatchObject({ status: 2, stdout: '' });
    expect(run('restore', [file, '--overwrite'], { DATA_DIR: to }).status).toBe(0);
    expect(run('backup', [file], { DATA_DIR: from })).toMatchObject({ status: 2, stdout: '' });
  });

  it('[K13] end in one Vietnamese sentence and exit code 2 when they cannot do it', () => {
    const [data, file] = [folder(), join(folder(), 'sao-luu.jsonl')];
    const other = join(folder(), 'khac');
    writeFileSync(other, 'không phải');
    for (const [script, args, env] of [
      ['backup', [], {}],
      ['backup', [file, file], {}],
      ['backup', [file], {}],
      ['backup', [file], { DATA_DIR: other }],
      ['backup', [file], { DATABASE_URL: SECRET }],
      ['backup', [file], { DATABASE_URL: 'mysql://nguoi-rieng:mat-khau-rieng@kho-rieng/x' }],
      ['restore', [], {}],
      ['restore', ['--xoa', file], {}],
      ['restore', [file], {}],
      ['restore', [other], {}],
      ['restore', [folder()], {}],
      ['chat', ['--jsonl', '--user', 'an'], { DATA_DIR: other }],
      ['chat', ['--jsonl', '--user', 'an'], { DATABASE_URL: SECRET }],
    ] as [string, string[], Record<string, string>][]) {
      const { status, stdout, stderr } = run(script, args, { DATA_DIR: data, ...env });
      expect([script, args, status, stdout]).toEqual([script, args, 2, '']);
      expect(stderr).toMatch(/^[^\n]+\n$/);
      expect(stderr).toMatch(/hãy|Cách dùng|phải có dạng/);
      expect(stderr).not.toMatch(/rieng| at |Error|SQLITE/);
    }
    expect(existsSync(file)).toBe(false);
    const start = spawnSync(process.execPath, [join(import.meta.dirname, '..', 'bot', 'main.ts')], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: SECRET, DATA_DIR: data },
    });
    expect(start.status).toBe(1);
    expect(start.stderr).toMatch(
      /^Cơ sở dữ liệu PostgreSQL \(DATABASE_URL\) không kết nối được: hãy [^\n]*\n$/,
    );
  });
});
