import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { loadPlans, openKnowledge } from '../knowledge/index.ts';
import type { Reply } from './channels/channel.ts';
import { openConversation } from './converse.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

const knowledge = openKnowledge(loadPlans(join(import.meta.dirname, '..', 'knowledge', 'plans'), null).plans);
const now = (): string => '2026-11-21T01:00:00Z';
let store: Store;
afterEach(() => store.close());

/** A secretary and a deputy in front of the same first requirement, each in a process of their own. */
async function bothAtTheFirst() {
  const dataDir = mkdtempSync(join(tmpdir(), 'two-'));
  store = await openStore({ dataDir, databaseUrl: null }, now);
  const process = () => openConversation({ knowledge, store, today: () => '2026-11-21', now, dataDir });
  const [one, other] = [process(), process()];
  const an = (text: string): Promise<Reply[]> => one.say({ person: 'an', text }, null);
  const binh = (text: string): Promise<Reply[]> => other.say({ person: 'binh', text }, null);
  for (const line of ['/danhgia', 'tkv-1288-kh-du', 'chi-bo-co-so', 'Chi bộ 1', '2024']) await an(line);
  const [invited] = await an('mời phó bí thư');
  await binh(/THAMGIA \S+/.exec(invited!.text)![0]);
  await binh('/danhgia');
  const events = async () => (await store.world('an')).assessments[0]!.events;
  return { an, binh, events };
}

const said = (replies: Reply[]): string => replies.map(({ text }) => text).join('\n');

it('[S11] two people who answer the same requirement at once: one is kept, the other is told and asked', async () => {
  const { an, binh, events } = await bothAtTheFirst();
  const both = await Promise.all([an('đạt'), binh('chưa đạt')]);
  const asked = both.map(said).filter(text => text.includes('đã trả lời câu này'));
  expect(asked).toHaveLength(1);
  expect(await events()).toHaveLength(1);
});

it('[S11] many answers at once by two people: every answer is in the history', async () => {
  const { an, binh, events } = await bothAtTheFirst();
  await Promise.all([an('đạt'), binh('đạt')]);
  await Promise.all([an('đạt, ghi chú: của bí thư'), binh('sửa 3')]);
  await Promise.all([an('đạt, ghi chú: bí thư 3'), binh('chưa đạt, ghi chú: phó 3')]);
  const notes = (await events()).map(({ note }) => note).filter(Boolean);
  expect(notes).toContain('của bí thư');
  expect(notes.some(note => note === 'bí thư 3' || note === 'phó 3')).toBe(true);
});

it('[S11] one code typed by two people at once lets one of them in', async () => {
  const { an } = await bothAtTheFirst();
  const [invited] = await an('mời thành viên');
  const code = /THAMGIA \S+/.exec(invited!.text)![0];
  const join2 = openConversation({
    knowledge,
    store,
    today: () => '2026-11-21',
    now,
    dataDir: '/nonexistent',
  });
  const replies = await Promise.all(['chi', 'dung'].map(person => join2.say({ person, text: code }, null)));
  expect(replies.map(said).filter(text => text.includes('đã tham gia'))).toHaveLength(1);
  expect(replies.map(said).filter(text => text.includes('không dùng được'))).toHaveLength(1);
});
