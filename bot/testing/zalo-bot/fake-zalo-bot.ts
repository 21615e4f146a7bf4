import { randomBytes } from 'node:crypto';
import { deliverOnce } from '../deliver-webhook.ts';
import { Faults } from '../faults.ts';
import { type Answer, type Asked, type Loopback, serveLoopback } from '../loopback.ts';
import { type Limits, RateLimit } from '../rate-limit.ts';
import type { Shown } from '../shown.ts';

export interface FakeZaloBotOptions {
  limits?: Limits | null;
  /** Messages a month. */
  quota?: number;
  /** The body of webhook requests: as documented, or as seen on the wire. */
  shape?: 'wrapped' | 'flat';
}

interface Update {
  event_name: string;
  message: Record<string, unknown>;
}

type Fields = Record<string, unknown>;

class Refusal extends Error {
  readonly code: number;
  constructor(code: number, description: string) {
    super(description);
    this.code = code;
  }
}

/** What each method takes; anything else is refused, since the platform has no buttons, files or edits. */
const FIELDS: Record<string, readonly string[]> = {
  getMe: [],
  getUpdates: ['timeout'],
  setWebhook: ['url', 'secret_token'],
  getWebhookInfo: [],
  deleteWebhook: [],
  sendMessage: ['chat_id', 'text', 'parse_mode'],
  sendPhoto: ['chat_id', 'photo', 'caption'],
  sendSticker: ['chat_id', 'sticker'],
  sendChatAction: ['chat_id', 'action'],
  sendVoice: ['chat_id', 'voice'],
};

/** The Zalo Bot Platform on loopback: HTTP 200 whatever happens, messages lost while nobody polls. */
export class FakeZaloBot {
  readonly token = '4239508512:zalo-bot-token-of-the-fake';
  readonly faults = new Faults();
  readonly calls: string[] = [];
  /** Statuses of the empty requests by which a new webhook is tried out. */
  readonly probes: number[] = [];
  hook: { url: string; secret: string } | null = null;
  readonly #limit: RateLimit;
  readonly #shape: 'wrapped' | 'flat';
  readonly #chats = new Map<string, { blocked: boolean; shown: Shown[] }>();
  readonly #given = new Map<string, Update>();
  #quota: number;
  #waiter: ((update: Update | null) => void) | null = null;
  #held: Update[] | null = null;
  #loopback!: Loopback;

  private constructor({ limits = null, quota = 3000, shape = 'flat' }: FakeZaloBotOptions) {
    this.#limit = new RateLimit(limits);
    this.#quota = quota;
    this.#shape = shape;
  }

  static async start(options: FakeZaloBotOptions = {}): Promise<FakeZaloBot> {
    const fake = new FakeZaloBot(options);
    fake.#loopback = await serveLoopback({
      routeOf: ({ path }) => path.split('/').at(-1)!,
      answer: asked => fake.#answer(asked),
      faults: fake.faults,
    });
    return fake;
  }

  get root(): string {
    return this.#loopback.root;
  }

  /** Whether a question for updates is held open: what is said now is not lost. */
  get polled(): boolean {
    return this.#waiter !== null;
  }

  /** A person writes; the message's id. `chat` other than the person: a group. */
  says(person: string, text: string, chat = person): string {
    return this.sends(person, 'message.text.received', { text }, chat);
  }

  sends(person: string, event_name: string, content: object, chat = person): string {
    const message_id = randomBytes(10).toString('hex');
    if (!this.#chats.has(chat)) this.#chats.set(chat, { blocked: false, shown: [] });
    const update = {
      event_name,
      message: {
        message_id,
        date: Date.now(),
        from: { id: person, display_name: 'Người dùng', is_bot: false },
        chat: { id: chat, chat_type: chat === person ? 'PRIVATE' : 'GROUP' },
        ...content,
      },
    };
    this.#given.set(message_id, update);
    if (this.#held) this.#held.push(update);
    else void this.#give(update);
    return message_id;
  }

  repeat(messageId: string): Promise<number> {
    return this.#give(this.#given.get(messageId)!);
  }

  hold(): void {
    this.#held = [];
  }

  async release(reorder: (updates: Update[]) => Update[] = updates => updates): Promise<void> {
    const held = reorder(this.#held ?? []);
    this.#held = null;
    for (const update of held) await this.#give(update);
  }

  block(chat: string): void {
    this.#chats.set(chat, { blocked: true, shown: this.shown(chat) });
  }

  shown(chat: string): Shown[] {
    return this.#chats.get(chat)?.shown ?? [];
  }

  stop(): Promise<void> {
    return this.#loopback.stop();
  }

  /** Whether an unanswered delivery comes again is not documented, so here it does not. */
  async #give(update: Update): Promise<number> {
    if (!this.hook) {
      this.#waiter?.(update);
      return 0;
    }
    const body = JSON.stringify(this.#shape === 'flat' ? update : { ok: true, result: update });
    return this.#deliver(body);
  }

  #deliver(body: string): Promise<number> {
    const { url, secret } = this.hook!;
    return deliverOnce({ url, headers: { 'x-bot-api-secret-token': secret }, body, deadlineMs: 5_000 });
  }

  async #answer({ path, body, headers, gone }: Asked): Promise<Answer> {
    const [, token, method = ''] = /^\/bot([^/]+)\/([^/?]+)$/.exec(path) ?? [];
    this.calls.push(method);
    try {
      if (token !== this.token) throw new Refusal(401, 'Unauthorized');
      const known = Object.hasOwn(FIELDS, method) ? FIELDS[method]! : null;
      if (!known) throw new Refusal(404, 'Not Found');
      const fields = readFields(body, headers['content-type']);
      const unknown = Object.keys(fields).find(name => !known.includes(name));
      if (unknown) throw new Refusal(400, `Bad request: unknown field ${unknown}`);
      return { status: 200, body: { ok: true, result: await this.#call(method, fields, gone) } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: 200, body: { ok: false, error_code: error.code, description: error.message } };
    }
  }

  #call(method: string, fields: Fields, gone: AbortSignal): unknown {
    switch (method) {
      case 'getMe':
        return { id: '4239508512', account_name: 'bot.troly', account_type: 'BASIC', can_join_groups: false };
      case 'getUpdates':
        return this.#getUpdates(Number(fields.timeout ?? 30), gone);
      case 'setWebhook':
        return this.#setWebhook(String(fields.url ?? ''), String(fields.secret_token ?? ''));
      case 'deleteWebhook':
        this.hook = null;
        return { url: '' };
      case 'getWebhookInfo':
        return { url: this.hook?.url ?? '' };
      case 'sendMessage':
        return this.#sendMessage(fields);
      case 'sendChatAction':
        this.#writable(fields.chat_id);
        return {};
      default:
        throw new Refusal(400, 'Bad request: not played by this fake');
    }
  }

  #getUpdates(seconds: number, gone: AbortSignal): Promise<Update> {
    if (this.hook) throw new Refusal(400, 'Bad request: webhook is set');
    return new Promise((resolve, reject) => {
      const end = (update: Update | null): void => {
        clearTimeout(timer);
        if (this.#waiter === end) this.#waiter = null;
        if (update) resolve(update);
        else reject(new Refusal(408, 'Request timeout'));
      };
      const timer = setTimeout(end, seconds * 1000, null);
      gone.addEventListener('abort', () => end(null));
      this.#waiter = end;
    });
  }

  #setWebhook(url: string, secret: string): object {
    if (!/^https:\/\/|^http:\/\/127\.0\.0\.1[:/]/.test(url))
      throw new Refusal(400, 'Bad request: url must be https');
    if (secret.length < 8 || secret.length > 256)
      throw new Refusal(400, 'Bad request: secret_token 8-256 characters');
    this.hook = { url, secret };
    void this.#deliver('').then(status => this.probes.push(status));
    return { url, updated_at: Date.now() };
  }

  #sendMessage({ chat_id, text, parse_mode }: Fields): object {
    const chat = this.#writable(chat_id);
    if (typeof text !== 'string' || !text.isWellFormed())
      throw new Refusal(400, 'Bad request: text is invalid');
    if (text.trim() === '' || text.length > 2000)
      throw new Refusal(400, 'Bad request: text must be 1-2000 characters');
    if (parse_mode !== undefined && parse_mode !== 'markdown' && parse_mode !== 'html')
      throw new Refusal(400, 'Bad request: parse_mode is invalid');
    if (this.#quota <= 0 || this.#limit.refuses(String(chat_id)) !== null)
      throw new Refusal(429, 'Quota exceeded');
    this.#quota -= 1;
    const message_id = randomBytes(10).toString('hex');
    chat.push({ id: message_id, chat: String(chat_id), text, buttons: [] });
    return { message_id, date: Date.now() };
  }

  #writable(id: unknown): Shown[] {
    if (typeof id !== 'string') throw new Refusal(400, 'Bad request: chat_id is invalid');
    const chat = this.#chats.get(id);
    if (!chat) throw new Refusal(400, 'Bad request: chat not found');
    if (chat.blocked) throw new Refusal(400, 'Bad request: bot was blocked by the user');
    return chat.shown;
  }
}

function readFields(body: Buffer, type = ''): Fields {
  if (body.length === 0) return {};
  if (!type.startsWith('application/json')) throw new Refusal(400, 'Bad request: JSON expected');
  try {
    return JSON.parse(body.toString('utf8')) as Fields;
  } catch {
    throw new Refusal(400, 'Bad request: no JSON');
  }
}
