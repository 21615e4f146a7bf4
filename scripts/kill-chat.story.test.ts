import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { Reply } from '../bot/index.ts';
import { openStore } from '../bot/store/index.ts';
import type { Answer } from '../evaluators/index.ts';
import { evaluate, loadRulebooks, requirementsOf } from '../evaluators/index.ts';
import type { Line } from './testing/chat-process.ts';
import { ChatProcess, promptIn } from './testing/chat-process.ts';

const KILLS = 200;
const WORKERS = 2;
const rulebook = loadRulebooks().rulebooks.get('tkv-1288-kh-du')!;

/** A person whose process is killed again and again while they answer; every answer bears a mark of its own. */
class Answerer {
  private marks = 0;
  /** Marks by whether the program was heard to have kept them. */
  readonly heard = new Set<string>();
  readonly sent = new Set<string>();
  private readonly directory: string;
  private readonly user: string;

  constructor(directory: string, user: string) {
    this.directory = directory;
    this.user = user;
  }

  start(): ChatProcess {
    return new ChatProcess(this.directory, this.user);
  }

  /** Opens the unit, once, undisturbed. */
  async open(): Promise<void> {
    const chat = this.start();
    for (const line of [
      '/danhgia',
      'tkv-1288-kh-du',
      'chi-bo-truc-thuoc',
      `Chi bộ của ${this.user}`,
      '2024',
    ]) {
      await chat.say({ text: line });
    }
    await chat.end();
  }

  /** Goes on answering until the kill, which comes at a random instant: while starting, or between and in answers. */
  async beKilled(): Promise<void> {
    const chat = this.start();
    const first = chat.say({ text: '/danhgia' });
    const startingUp = Math.random() < 0.15;
    const killed = startingUp
      ? sleep(Math.random() * 700).then(() => chat.kill())
      : first.then(() => sleep(Math.random() * 240)).then(() => chat.kill());
    let replies = await first;
    while (replies) replies = await this.next(chat, replies);
    await killed;
  }

  private async next(chat: ChatProcess, replies: Reply[]): Promise<Reply[] | null> {
    const { kind, id } = promptIn(replies)!;
    if (kind === 'review') return chat.say({ text: `sửa ${1 + Math.floor(Math.random() * 19)}` });
    if (kind !== 'requirement') throw new Error(`unexpected prompt ${kind}`);
    this.marks += 1;
    const mark = `lần ${this.user} ${this.marks}`;
    const answer = chat.say(this.answer(id!, mark));
    this.sent.add(mark);
    const said = await answer;
    if (said) {
      this.heard.add(mark);
      expect(promptIn(said)).not.toEqual({ kind, id });
    }
    return said;
  }

  private answer(id: string, mark: string): Line {
    const number = 1 + Math.floor(Math.random() * 9);
    const said = {
      statement: Math.random() < 0.5 ? 'đạt' : 'chưa đạt',
      share: `${number}/10`,
      target: `${number}/5`,
      count: String(number - 1),
    }[requirementsOf(rulebook).get(id)!.kind as 'statement' | 'share' | 'target' | 'count'];
    return { text: `${said}, ghi chú: ${mark}` };
  }
}

it(`[S18] killed ${KILLS} times at random instants, nothing answered is lost and nothing counted twice`, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'kill-chat-'));
  const answerers = Array.from({ length: WORKERS }, (_, at) => new Answerer(directory, `u${at}`));
  for (const answerer of answerers) await answerer.open();
  await Promise.all(
    answerers.map(async answerer => {
      for (let kill = 0; kill < KILLS / WORKERS; kill += 1) await answerer.beKilled();
    }),
  );

  const store = await openStore({ dataDir: directory, databaseUrl: null }, () => '2026-11-21T02:00:00Z');
  let events = 0;
  for (const [at, answerer] of answerers.entries()) {
    const { assessments } = await store.world(`chat:u${at}`);
    expect(assessments).toHaveLength(1);
    const kept = assessments[0]!.events;
    events += kept.length;
    const times = new Map<string, number>();
    for (const { note } of kept) times.set(note!, (times.get(note!) ?? 0) + 1);
    expect([...times.values()].every(count => count === 1)).toBe(true);
    expect([...answerer.heard].filter(mark => !times.has(mark))).toEqual([]);
    expect([...times.keys()].filter(mark => !answerer.sent.has(mark))).toEqual([]);
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, index) => index + 1));

    // And the submission counts each requirement once, by its last answer.
    const chat = answerer.start();
    await chat.say({ text: '/danhgia' });
    await chat.say({ text: 'xem lại' });
    const submitted = (await chat.say({ choice: 'submit' }))!.find(({ evaluation }) => evaluation)!;
    await chat.end();
    const answers = Object.fromEntries(kept.map(({ requirement, value }) => [requirement, value as Answer]));
    const expected = evaluate(rulebook, { subject: 'chi-bo-truc-thuoc', year: 2024, answers });
    expect(submitted.evaluation).toEqual(JSON.parse(JSON.stringify(expected)));
  }
  await store.close();
  expect(events).toBeGreaterThan(KILLS);
  const file = new Database(join(directory, 'assistant.db'), { readonly: true });
  expect(file.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  file.close();
}, 300_000);
