import { createHash, randomBytes } from 'node:crypto';
import { deliverWithRetries } from '../deliver-webhook.ts';
import { Faults } from '../faults.ts';
import { type Answer, type Asked, type Loopback, serveLoopback } from '../loopback.ts';
import { readForm } from '../multipart.ts';
import { type Limits, RateLimit } from '../rate-limit.ts';
import type { Shown } from '../shown.ts';
import { checkMessage, invalid, Refusal } from './check-message.ts';

export interface FakeZaloOaOptions {
  limits?: Limits | null;
  /** What the retry pauses of the webhook (30 s, 5, 15, 30 min, 1 h) are multiplied by. */
  retryScale?: number;
}

const RETRIES_MS = [30_000, 300_000, 900_000, 1_800_000, 3_600_000];
const WEEK_MS = 7 * 24 * 3_600_000;
const LARGEST_FILE = 5 * 1024 * 1024;

interface Follower {
  blocked: boolean;
  lastWrote: number;
  shown: Shown[];
}

type Event = Record<string, unknown>;

/** A Zalo Official Account on loopback: single-use refresh tokens, errors with HTTP 200, the seven-day window. */
export class FakeZaloOa {
  readonly appId = '4318657068771012646';
  readonly appSecret = 'secret-of-the-app-in-the-fake';
  readonly oaSecret = 'secret-of-the-oa-in-the-fake';
  readonly firstRefreshToken = 'refresh-token-0';
  readonly faults = new Faults();
  readonly calls: string[] = [];
  webhookUrl: string | null = null;
  readonly #limit: RateLimit;
  readonly #retryScale: number;
  readonly #people = new Map<string, Follower>();
  readonly #files = new Map<string, { name: string; bytes: Buffer }>();
  readonly #given = new Map<string, Event>();
  #refresh = this.firstRefreshToken;
  #access: string | null = null;
  #expired = new Set<string>();
  #rotations = 0;
  #held: Event[] | null = null;
  #stopped = false;
  #loopback!: Loopback;

  private constructor({ limits = null, retryScale = 1 / 1000 }: FakeZaloOaOptions) {
    this.#limit = new RateLimit(limits);
    this.#retryScale = retryScale;
  }

  static async start(options: FakeZaloOaOptions = {}): Promise<FakeZaloOa> {
    const fake = new FakeZaloOa(options);
    fake.#loopback = await serveLoopback({
      routeOf: ({ path }) => path,
      answer: asked => fake.#answer(asked),
      faults: fake.faults,
    });
    return fake;
  }

  /** Both `apiRoot` and `oauthRoot`. */
  get root(): string {
    return this.#loopback.root;
  }

  /** How often a refresh token was exchanged. */
  get rotations(): number {
    return this.#rotations;
  }

  says(person: string, text: string): string {
    const msg_id = randomBytes(10).toString('hex');
    this.#person(person).lastWrote = Date.now();
    return this.publish(msg_id, {
      event_name: 'user_send_text',
      sender: { id: person },
      message: { text, msg_id },
    });
  }

  follows(person: string): string {
    this.#person(person).lastWrote = Date.now();
    return this.publish(`follow ${person}`, { event_name: 'follow', follower: { id: person } });
  }

  /** Any event; `id` is for `repeat`. */
  publish(id: string, content: Event): string {
    const event = {
      app_id: this.appId,
      recipient: { id: '388613280878808645' },
      timestamp: String(Date.now()),
      ...content,
    };
    this.#given.set(id, event);
    if (this.#held) this.#held.push(event);
    else void this.#give(event);
    return id;
  }

  repeat(id: string): Promise<boolean> {
    return this.#give(this.#given.get(id)!);
  }

  hold(): void {
    this.#held = [];
  }

  async release(reorder: (events: Event[]) => Event[] = events => events): Promise<void> {
    const held = reorder(this.#held ?? []);
    this.#held = null;
    for (const event of held) await this.#give(event);
  }

  block(person: string): void {
    this.#person(person).blocked = true;
  }

  /** More than seven days pass since the person wrote. */
  closeWindow(person: string): void {
    this.#person(person).lastWrote = Date.now() - WEEK_MS - 1;
  }

  /** The access token's 25 hours pass. */
  expireAccess(): void {
    if (this.#access) this.#expired.add(this.#access);
    this.#access = null;
  }

  shown(person: string): Shown[] {
    return this.#people.get(person)?.shown ?? [];
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#loopback.stop();
  }

  /** `mac` of a body, as Zalo signs it. */
  sign(raw: string, timestamp: string): string {
    return createHash('sha256')
      .update(this.appId + raw + timestamp + this.oaSecret)
      .digest('hex');
  }

  async #give(event: Event): Promise<boolean> {
    if (this.webhookUrl === null) return false;
    const body = JSON.stringify(event);
    const headers = { 'x-zevent-signature': `mac=${this.sign(body, String(event.timestamp))}` };
    const pauses = RETRIES_MS.map(ms => ms * this.#retryScale);
    return deliverWithRetries(
      { url: this.webhookUrl, headers, body, deadlineMs: 2_000 },
      pauses,
      () => this.#stopped,
    );
  }

  #person(id: string): Follower {
    const found = this.#people.get(id) ?? { blocked: false, lastWrote: 0, shown: [] };
    this.#people.set(id, found);
    return found;
  }

  #answer(asked: Asked): Answer {
    this.calls.push(asked.path);
    try {
      if (asked.path === '/v4/oa/access_token') return { status: 200, body: this.#exchange(asked) };
      const call = { '/v3.0/oa/message/cs': this.#send, '/v2.0/oa/upload/file': this.#upload }[asked.path];
      if (!call || asked.method !== 'POST')
        return { status: 404, body: { error: 404, message: 'Not found' } };
      this.#checkAccess(asked.headers.access_token);
      return { status: 200, body: { data: call.call(this, asked), error: 0, message: 'Success' } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: 200, body: { error: error.code, message: error.message } };
    }
  }

  #exchange({ headers, body }: Asked): object {
    const form = new URLSearchParams(body.toString());
    const refused = (code: number, name: string): object => ({
      error: code,
      error_name: name,
      error_description: name,
    });
    if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
      return refused(-14001, 'Form expected');
    if (headers.secret_key !== this.appSecret) return refused(-14004, 'Invalid secret key');
    if (form.get('app_id') !== this.appId || form.get('grant_type') !== 'refresh_token')
      return refused(-14002, 'Invalid app');
    if (form.get('refresh_token') !== this.#refresh) return refused(-14014, 'Invalid refresh token');
    this.#rotations += 1;
    this.expireAccess();
    this.#refresh = `refresh-token-${this.#rotations}`;
    this.#access = `access-token-${this.#rotations}`;
    return { access_token: this.#access, refresh_token: this.#refresh, expires_in: '90000' };
  }

  #checkAccess(given: unknown): void {
    if (this.#expired.has(String(given))) throw new Refusal(-220, 'Access token is expired');
    if (given !== this.#access || this.#access === null) throw new Refusal(-216, 'Access token is invalid');
  }

  #send({ body }: Asked): object {
    const { recipient, message } = JSON.parse(body.toString('utf8')) as Record<string, { user_id?: unknown }>;
    const id = recipient?.user_id;
    if (typeof id !== 'string') throw invalid('user_id');
    const { text, buttons, file } = checkMessage(message);
    const person = this.#people.get(id);
    if (!person) throw new Refusal(-213, 'User has not followed OA');
    if (person.blocked) throw new Refusal(-244, 'User has restricted messages from OA');
    if (Date.now() - person.lastWrote > WEEK_MS)
      throw new Refusal(-230, 'User has not interacted with the OA in the past 7 days');
    if (this.#limit.refuses(id) !== null) throw new Refusal(-32, 'Rate limit exceeded');
    const document = file === undefined ? undefined : this.#files.get(file);
    if (file !== undefined && !document) throw invalid('token of file');
    const message_id = randomBytes(10).toString('hex');
    person.shown.push({ id: message_id, chat: id, text, buttons, ...(document && { document }) });
    return { message_id, user_id: id };
  }

  #upload({ headers, body }: Asked): object {
    const part = readForm(headers['content-type'] ?? '', body).find(({ name }) => name === 'file');
    if (!part?.filename || !/\.(pdf|doc|docx)$/i.test(part.filename)) throw invalid('file type');
    if (part.bytes.length === 0 || part.bytes.length > LARGEST_FILE)
      throw new Refusal(-210, 'Parameter exceeds allowable limit: file');
    const token = randomBytes(16).toString('hex');
    this.#files.set(token, { name: part.filename, bytes: part.bytes });
    return { token };
  }
}
