import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Hono } from 'hono';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/index.ts';
import { openDocumentLinks, serveDocuments } from './channels/web/document-links.ts';
import { writeParts } from './channels/zalo-oa/write-parts.ts';
import { makeDocument } from './make-document.ts';
import type { AgendaItem } from './reminders/agenda-item.ts';

const item: AgendaItem = {
  key: 'own:1b5a4f0e-0000-4000-8000-00000000000b',
  due: '2026-12-03',
  time: '19:00',
  title: 'Họp chi bộ',
  source: { kind: 'own', reminder: {} as never },
  standing: 'open',
  mark: null,
  silent: null,
  dayOff: null,
  unanswered: null,
};
const directory = mkdtempSync(join(tmpdir(), 'lich-'));
const make = (to: string) =>
  makeDocument({ reply: 0, kind: 'calendar', items: [item], now: '2026-11-21T01:00:00Z' }, 'a1', {
    knowledge: openKnowledge([]),
    shelf: { of: () => null, edition: () => null, plans: () => [] },
    directory: to,
  });

it('[N87] a calendar asked for is a file that calendar programs open, under an address for a day', async () => {
  const made = (await make(directory))!;
  expect([made.name, basename(made.path), dirname(dirname(made.path))]).toEqual([
    'lich-nhac-viec.ics',
    made.name,
    directory,
  ]);
  const [event] = ICAL.Component.fromString(readFileSync(made.path, 'utf8')).getAllSubcomponents('vevent');
  expect(event!.getFirstPropertyValue('summary')).toBe('Họp chi bộ');
  const links = openDocumentLinks(directory, 'khoa', () => 1_000_000);
  const app = new Hono();
  serveDocuments(app, links);
  const response = await app.request(links.pathTo(made.path));
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('content-disposition')).toContain("UTF-8''lich-nhac-viec.ics");
  expect(await response.text()).toBe(readFileSync(made.path, 'utf8'));
});

it('[N87] where a calendar cannot be uploaded its address is sent', async () => {
  const made = (await make(directory))!;
  const said: string[] = [];
  const api = async (path: string, body: { content: unknown }) => {
    said.push(path, String(body.content));
    return { message_id: 'm' };
  };
  const message = { id: '1', chat: '9', text: 'Lịch đây.', document: made };
  const parts = await writeParts(api as never, message, path => `https://x.example/${basename(path)}`);
  for (const part of parts) expect(await part()).toMatchObject({ outcome: 'sent' });
  expect(said).toEqual([
    '/v3.0/oa/message/cs',
    expect.stringContaining('https://x.example/lich-nhac-viec.ics'),
  ]);
});

it('[N87] a calendar that cannot be written takes nothing else with it', async () => {
  expect(await make(join((await make(directory))!.path, 'trong-tep'))).toBeNull();
});
