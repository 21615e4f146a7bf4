import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';

const run = (args: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'plans.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

describe('the command “plans”', () => {
  it('[P14] lists the plans with their Vietnamese status', () => {
    const listed = JSON.parse(run(['--json']).stdout);
    expect(listed).toHaveLength(5);
    const plan = listed.find(({ id }: { id: string }) => id === 'quang-binh-69-kh-duk');
    expect(Object.keys(plan)).toEqual([
      'id',
      'title',
      'number',
      'date',
      'issuer',
      'period',
      'status',
      'subjects',
    ]);
    expect(plan).toMatchObject({
      number: '69-KH/ĐUK',
      date: '2023-05-17',
      status: 'chưa xác nhận — có dấu hiệu thay thế',
      subjects: [
        { id: 'chi-bo', title: 'Chi bộ' },
        { id: 'dang-bo-co-so', title: 'Đảng bộ cơ sở' },
      ],
    });
  });

  it('[P14] prints a text exactly, also that of a plan in PLANS_DIR', () => {
    const directory = mkdtempSync(join(tmpdir(), 'plans-'));
    mkdirSync(join(directory, 'moi'));
    writeFileSync(join(directory, 'moi', 'document.txt'), 'I. CHUNG\r\n\r\n\r\nChi bộ họp.');
    writeFileSync(join(directory, 'moi', 'plan.yaml'), 'title: Mới');
    expect(run(['--text', 'moi'], { PLANS_DIR: directory }).stdout).toBe('I. CHUNG\n\nChi bộ họp.\n');
  });

  it.each([[[]], [['--text']], [['--text', 'khong-co']], [['--json', 'x']], [['--txt', 'tkv-1288-kh-du']]])(
    '[P14] refuses %j in Vietnamese with exit code 2 and an empty output',
    args => {
      const { status, stdout, stderr } = run(args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/Cách dùng/);
      expect(stderr).not.toMatch(/ at .*\.ts/);
    },
  );
});
