import { randomUUID } from 'node:crypto';
import { Faults } from '../faults.ts';
import { type Answer, type Asked, type Loopback, serveLoopback } from '../loopback.ts';
import { type Limits, RateLimit } from '../rate-limit.ts';
import type { Shown } from '../shown.ts';
import { asMessage, Chats } from './chats.ts';
import { type Bot, messageMethods } from './methods.ts';
import { listOf, type Payload, readPayload } from './read-payload.ts';
import { bad, Refusal } from './refusal.ts';
import { type FakeUpdate, UpdateQueue } from './update-queue.ts';
import { type Hook, WebhookDelivery } from './webhook-delivery.ts';

export interface FakeTelegramOptions {
  /** Null: none. Left out: near Telegram's own, one message a second to a chat with short bursts, 30 in all. */
  limits?: Limits | null;
  /** Pause before an update that was not answered 2xx comes again, in milliseconds. */
  webhookRetryMs?: number;
}

const NEAR_REAL: Limits = { perChat: { most: 20, ms: 20_000 }, perSecond: 30 };

/** The Bot API on loopback, as strict as the real one in what a bot of this kind does. */
export class FakeTelegram {
  readonly token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_';
  readonly bot: Bot = { id: 110201543, username: 'tro_ly_cap_uy_bot' };
  readonly faults = new Faults();
  /** Every method called, in order, refused ones too. */
  readonly calls: string[] = [];
  /** What a getUpdates or setWebhook asked to be told of. */
  allowed: string[] | undefined;
  hook: Hook | null = null;
  readonly #chats = new Chats();
  readonly #queue = new UpdateQueue();
  readonly #presses = new Set<string>();
  readonly #delivery: WebhookDelivery;
  readonly #methods: Record<string, (payload: Payload, asked: Asked) => unknown>;
  #loopback!: Loopback;
  #nextUpdate = 870_000_000;
  #sent: FakeUpdate[] = [];
  #held: FakeUpdate[] | null = null;

  private constructor({ limits = NEAR_REAL, webhookRetryMs = 50 }: FakeTelegramOptions) {
    this.#delivery = new WebhookDelivery(webhookRetryMs);
    const { bot } = this;
    this.#methods = {
      ...messageMethods({
        bot,
        chats: this.#chats,
        limit: new RateLimit(limits),
        presses: this.#presses,
        commands: [],
      }),
      getMe: () => ({ id: bot.id, is_bot: true, first_name: 'Trợ lý', username: bot.username }),
      getUpdates: (payload, asked) => this.#getUpdates(payload, asked),
      setWebhook: payload => this.#setWebhook(payload),
      deleteWebhook: ({ fields }) => this.#removeWebhook(fields.drop_pending_updates === true),
      getWebhookInfo: () => ({ url: this.hook?.url ?? '', pending_update_count: this.#queue.size }),
    };
  }

  static async start(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
    const fake = new FakeTelegram(options);
    fake.#loopback = await serveLoopback({
      routeOf: ({ path }) => path.split('?')[0]!.split('/').at(-1)!,
      answer: asked => fake.#answer(asked),
      faults: fake.faults,
    });
    return fake;
  }

  get root(): string {
    return this.#loopback.root;
  }

  /** A person writes in a chat with the bot, or in a group (`chat` below 0); the update's number. */
  says(
    person: number,
    text: string,
    { chat = person, replyTo }: { chat?: number; replyTo?: string } = {},
  ): number {
    return this.sends(
      person,
      { text, ...(replyTo && { reply_to_message: this.#find(chat, replyTo) }) },
      chat,
    );
  }

  /** The same for any content: a photo, a notice, …; fields as in the Bot API's Message. */
  sends(person: number, content: Record<string, unknown>, chatId = person): number {
    const chat = this.#chats.open(chatId, chatId < 0 ? 'supergroup' : 'private');
    const added = this.#chats.add(chat, { text: String(content.text ?? ''), rows: [], from: person });
    const { text: _, ...message } = asMessage(chat, added, this.bot.id, now()) as Record<string, unknown>;
    return this.#publish('message', { ...message, ...content });
  }

  /** A person presses a button under a message. */
  presses(person: number, messageId: string, data: string, chat = person): number {
    const id = randomUUID();
    this.#presses.add(id);
    const message = this.#find(chat, messageId);
    return this.#publish('callback_query', {
      id,
      from: { id: person, is_bot: false, first_name: 'Người dùng' },
      message,
      chat_instance: '1',
      data,
    });
  }

  /** Answers to presses come too late from now on. */
  forgetPresses(): void {
    this.#presses.clear();
  }

  block(chat: number): void {
    this.#chats.open(chat, 'private').blocked = true;
  }

  shown(chat: number): Shown[] {
    return this.#chats.shown(chat);
  }

  /** An update that was given out before comes again. */
  async repeat(updateId: number): Promise<void> {
    await this.#give(this.#sent.find(({ update_id }) => update_id === updateId)!);
  }

  /** Keeps updates back until `release`, which gives them out in the order `reorder` makes. */
  hold(): void {
    this.#held = [];
  }

  async release(reorder: (updates: FakeUpdate[]) => FakeUpdate[] = updates => updates): Promise<void> {
    const held = reorder(this.#held ?? []);
    this.#held = null;
    for (const update of held) await this.#give(update);
  }

  async stop(): Promise<void> {
    this.#delivery.stop();
    await this.#loopback.stop();
  }

  async #answer(asked: Asked): Promise<Answer> {
    const [, token, name = ''] = /^\/bot([^/]+)\/([^/?]+)/.exec(asked.path) ?? [];
    if (token !== this.token) return asAnswer(new Refusal(401, 'Unauthorized'));
    this.calls.push(name);
    const method = this.#methods[name];
    if (!method) return asAnswer(new Refusal(404, 'Not Found: method not found'));
    try {
      return { status: 200, body: { ok: true, result: await method(readPayload(asked), asked) } };
    } catch (error) {
      if (error instanceof Refusal) return asAnswer(error);
      throw error;
    }
  }

  #getUpdates({ fields }: Payload, { gone }: Asked): Promise<FakeUpdate[]> {
    if (this.hook)
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    this.allowed = listOf(fields.allowed_updates) ?? this.allowed;
    const [offset, limit, timeout] = [fields.offset ?? 0, fields.limit ?? 100, fields.timeout ?? 0].map(
      Number,
    );
    if (limit! < 1 || limit! > 100) throw bad('wrong limit');
    return this.#queue.ask(offset!, limit!, timeout!, gone);
  }

  #setWebhook({ fields }: Payload): true {
    const url = String(fields.url ?? '');
    if (url === '') return this.#removeWebhook(false);
    const secret = fields.secret_token === undefined ? null : String(fields.secret_token);
    const isLoopback = /^http:\/\/127\.0\.0\.1[:/]/.test(url);
    if (!url.startsWith('https://') && !isLoopback)
      throw bad('bad webhook: An HTTPS URL must be provided for webhook');
    if (secret !== null && !/^[A-Za-z0-9_-]{1,256}$/.test(secret))
      throw bad('secret token contains unallowed characters');
    this.allowed = listOf(fields.allowed_updates) ?? this.allowed;
    this.hook = { url, secret };
    for (const update of this.#queue.drain()) void this.#give(update);
    return true;
  }

  #removeWebhook(drop: boolean): true {
    this.hook = null;
    if (drop) this.#queue.drain();
    return true;
  }

  #publish(kind: string, content: unknown): number {
    const update: FakeUpdate = { update_id: this.#nextUpdate++, [kind]: content };
    // An empty list asks for every kind, as the Bot API has it.
    if (this.allowed?.length && !this.allowed.includes(kind)) return update.update_id;
    this.#sent.push(update);
    if (this.#held) this.#held.push(update);
    else void this.#give(update);
    return update.update_id;
  }

  async #give(update: FakeUpdate): Promise<void> {
    if (!this.hook) return this.#queue.add(update);
    const { message, callback_query } = update as Record<
      string,
      { chat: { id: number }; message: { chat: { id: number } } }
    >;
    await this.#delivery.deliver(this.hook, (message ?? callback_query!.message).chat.id, update);
  }

  #find(chatId: number, messageId: string): object {
    const chat = this.#chats.open(chatId, 'private');
    const message = chat.messages.find(({ message_id }) => String(message_id) === messageId)!;
    return asMessage(chat, message, this.bot.id, now());
  }
}

function asAnswer(refusal: Refusal): Answer {
  return { status: refusal.status, body: refusal.envelope };
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
