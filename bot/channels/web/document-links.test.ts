import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { openDocumentLinks, serveDocuments, serveOwnDocuments } from './document-links.ts';

it('[O20] a signed address hands out its document for a day, and no other', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'links-'));
  mkdirSync(join(directory, 'a1'));
  const file = join(directory, 'a1', 'bao-cao.docx');
  writeFileSync(file, 'nội dung');
  writeFileSync(join(directory, '..', 'khac.txt'), 'bí mật');
  const clock = { now: 1_000_000 };
  const links = openDocumentLinks(directory, 'khoa', () => clock.now);
  const app = new Hono();
  serveDocuments(app, links);
  const path = links.pathTo(file);
  const response = await app.request(path);
  expect([response.status, await response.text()]).toEqual([200, 'nội dung']);
  expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''bao-cao.docx");
  const outside = links.pathTo(join(directory, '..', 'khac.txt'));
  expect((await app.request(outside)).status).toBe(404);
  expect((await app.request(path.slice(0, -2))).status).toBe(404);
  expect((await app.request(openDocumentLinks(directory, 'khac', () => clock.now).pathTo(file))).status).toBe(
    404,
  );
  clock.now += 25 * 3600 * 1000;
  expect((await app.request(path)).status).toBe(404);
});

it('[W25] an address made for one person serves nobody else, and not without their cookie', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'links-'));
  writeFileSync(join(directory, 'bao-cao.docx'), 'nội dung');
  const links = openDocumentLinks(directory, 'khoa', () => 1_000_000);
  const app = new Hono();
  serveDocuments(app, links);
  serveOwnDocuments(app, links);
  const [own, other] = ['a'.repeat(22), 'b'.repeat(22)];
  const path = links.pathFor(`web:${own}`, join(directory, 'bao-cao.docx'));
  const status = async (at: string, cookie = '') => (await app.request(at, { headers: { cookie } })).status;
  expect(await status(path, `nguoi=${own}`)).toBe(200);
  expect(await status(path, `nguoi=${other}`)).toBe(404);
  expect(await status(path)).toBe(404);
  expect(await status(path.replace('/api/documents/', '/tai-lieu/'), `nguoi=${own}`)).toBe(404);
  const open = links.pathTo(join(directory, 'bao-cao.docx')).replace('/tai-lieu/', '/api/documents/');
  expect(await status(open, `nguoi=${own}`)).toBe(404);
});
