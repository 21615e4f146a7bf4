import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { randomAnswer, seeded } from '../bot/dialogues/assess/testing/random-answer.ts';
import { spellAnswer } from '../bot/dialogues/assess/testing/spell-answer.ts';
import type { Reply } from '../bot/index.ts';
import type { Answer } from '../evaluators/index.ts';
import { loadRulebooks, requirementsOf } from '../evaluators/index.ts';
import type { Line } from './testing/chat-process.ts';
import { ChatProcess, promptIn } from './testing/chat-process.ts';

const directory = mkdtempSync(join(tmpdir(), 'walk-'));
const { rulebooks } = loadRulebooks();
const subjects = [...rulebooks.values()].flatMap(rulebook =>
  rulebook.subjects.map(({ id }) => [rulebook.id, id] as const),
);
const line = (spelt: string | { choice: string }): Line =>
  typeof spelt === 'string' ? { text: spelt } : spelt;

/** Somebody who walks one subject to its verdict, with detours. */
class Walker {
  private chat: ChatProcess;
  private restarts = 0;
  readonly answers: Record<string, Answer> = {};
  private readonly plan: string;
  private readonly subject: string;
  private readonly random: () => number;

  constructor(plan: string, subject: string, seed: number) {
    this.plan = plan;
    this.subject = subject;
    this.random = seeded(seed);
    this.chat = this.start();
  }

  private start(): ChatProcess {
    return new ChatProcess(directory, `${this.plan}-${this.subject}`);
  }

  private async say(...lines: Line[]): Promise<Reply[]> {
    let replies: Reply[] = [];
    for (const one of lines) {
      const said = await this.chat.say(one);
      if (!said) throw new Error(`the process ended: ${this.chat.errors}`);
      replies = said;
    }
    return replies;
  }

  /** The replies to the submission. */
  async walk(): Promise<Reply[]> {
    let replies = await this.say(
      { text: 'đánh giá chi bộ' },
      { choice: this.plan },
      { choice: this.subject },
      { text: 'Đơn vị đi thử' },
      { text: '2024' },
    );
    let edits = 3;
    for (let turns = 0; turns < 400; turns += 1) {
      const prompt = promptIn(replies)!;
      if (prompt.kind === 'requirement') replies = await this.atRequirement(prompt.id!);
      else if (prompt.kind === 'review' && replies.at(-1)!.choices!.some(({ id }) => id === 'more')) {
        replies = await this.say({ choice: 'more' });
      } else if (prompt.kind === 'review' && edits > 0) {
        edits -= 1;
        replies = await this.editOne();
      } else if (prompt.kind === 'review') return this.say({ choice: 'submit' });
      else throw new Error(`unexpected prompt ${JSON.stringify(prompt)}`);
    }
    throw new Error('the walk does not end');
  }

  async end(): Promise<void> {
    await this.chat.end();
    expect(this.chat.errors).toBe('');
  }

  private async atRequirement(id: string): Promise<Reply[]> {
    const chance = this.random();
    if (chance < 0.08) return this.say({ choice: 'back' });
    if (chance < 0.14) return this.say({ choice: 'skip' });
    if (chance < 0.34) {
      const again =
        chance < 0.2
          ? await this.say({ text: 'cấp nào xét, công nhận kết quả?' })
          : chance < 0.25
            ? await this.say({ choice: 'clause' })
            : chance < 0.3
              ? await this.say({ text: 'lung tung beng' })
              : await this.restart();
      // Whatever comes in between, the same is asked again.
      expect(promptIn(again)).toEqual({ kind: 'requirement', id });
      return again;
    }
    const requirement = requirementsOf(rulebooks.get(this.plan)!).get(id)!;
    this.answers[id] = randomAnswer(requirement, this.random);
    return this.say(...spellAnswer(this.answers[id]!).map(line));
  }

  private async editOne(): Promise<Reply[]> {
    const ids = Object.keys(this.answers);
    const id = ids[Math.floor(this.random() * ids.length)]!;
    const asked = await this.say({ choice: 'edit' }, { choice: id });
    expect(promptIn(asked)).toEqual({ kind: 'requirement', id });
    const requirement = requirementsOf(rulebooks.get(this.plan)!).get(id)!;
    this.answers[id] = randomAnswer(requirement, this.random);
    return this.say(...spellAnswer(this.answers[id]!).map(line));
  }

  private async restart(): Promise<Reply[]> {
    this.restarts += 1;
    if (this.restarts > 2) return this.say({ choice: 'help' });
    if (this.restarts === 1) await this.chat.end();
    else await this.chat.kill();
    this.chat = this.start();
    return this.say({ text: '/danhgia' });
  }
}

/** What the command `evaluate` prints for a line. */
function evaluated(request: unknown): unknown {
  const input = `${JSON.stringify(request)}\n`;
  const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'evaluate.ts'), '--jsonl'], {
    input,
  });
  return JSON.parse(stdout.toString('utf8'));
}

describe('a program walks through chat --jsonl', () => {
  it.each(subjects)(
    '[S17] %s, %s: with detours, to the verdict of evaluate and a report',
    async (plan, subject) => {
      const walker = new Walker(
        plan,
        subject,
        20_261_121 + subjects.findIndex(([p, s]) => p === plan && s === subject),
      );
      const replies = await walker.walk();
      const submitted = replies.find(({ evaluation }) => evaluation)!;
      expect({ id: plan, ...(submitted.evaluation as object) }).toEqual(
        evaluated({ id: plan, plan, subject, year: 2024, answers: walker.answers }),
      );
      expect(submitted.document!.name).toMatch(/^bao-cao-tu-ra-soat-don-vi-di-thu-2024\.docx$/);
      expect(existsSync(submitted.document!.path)).toBe(true);
      await walker.end();
    },
  );
});
