import { Hono } from 'hono';
import { signInWords } from '../../words/sign-in-words.ts';
import type { Inbound, Reply } from '../channel.ts';
import { ownHostOnly, sameOriginOnly } from './allowed-origin.ts';
import { answerOnce } from './answer-once.ts';
import { type CalendarFeed, serveCalendars } from './calendar-route.ts';
import { type DocumentLinks, serveDocuments, serveOwnDocuments } from './document-links.ts';
import { readMessage } from './message.ts';
import { addOperation, type Operation } from './operation-routes.ts';
import { knownPerson, recognisePerson } from './person.ts';
import { type PlanSummary, type PlanText, planSummary, planText } from './plan-view.ts';
import { securityHeaders } from './security-headers.ts';
import { addSignIn, type SignInDeps, signedInOnly } from './sign-in.ts';
import { loadAssets, serveAssets } from './static-assets.ts';
import { words } from './web-words.ts';

/** One thing said in a conversation, as the page shows it again after a reload. */
export type Turn =
  | { from: 'person'; text: string /** Id the page gave the message. */; id?: string }
  | { from: 'assistant'; replies: Reply[] };

export interface WebDeps {
  /** `eventId` is the page's own id of the message, for an inbox that outlives this process. */
  answer(inbound: Inbound, eventId: string): Promise<Reply[]>;
  /** What was said before, oldest first; null: nobody keeps it, the page shows what its own session kept. */
  conversation(person: string): Promise<Turn[] | null>;
  /** Id of the person's own plan, null while unknown. */
  ownPlan(person: string): Promise<string | null>;
  plans(): PlanSummary[];
  plan(id: string): PlanText | null;
  firstQuestions(): string[];
  /** How much is overdue, due today and due within the next seven days; left out: nobody knows. */
  due?(person: string): Promise<{ overdue: number; today: number; week: number }>;
  /** Told of every failure, with the reference number that the person was given. */
  report?(reference: string, error: unknown): void;
  /** Whether the person may say one more thing now; left out: always. */
  mayAsk?(person: string): boolean;
  /** The door, where the page is open to more than this machine; left out: no door. */
  signIn?: SignInDeps;
  /** Answers a platform's request to `/webhook/<id>`; null: there is none of this id. */
  webhook?(id: string): ((request: Request) => Promise<Response>) | null;
  operation?: Operation;
  documents?: DocumentLinks;
  /** Calendars at private addresses. */
  calendars?: CalendarFeed;
  /** Where the server listens and where people reach it: no other Host is answered. */
  address: { host: string; publicUrl: string | null };
}

/** The web page and its small JSON interface. */
export function createWebApp(deps: WebDeps): Hono {
  const app = new Hono();
  const answer = answerOnce(deps.answer);
  const secure = deps.address.publicUrl?.startsWith('https:') ?? false;

  app.get('/healthz', c => c.json({ ok: true }));
  if (deps.operation) addOperation(app, deps.operation);
  // Platforms name whatever host they were given, and prove themselves by their secret.
  app.post('/webhook/:id', async c => {
    const take = deps.webhook?.(c.req.param('id'));
    return take ? take(c.req.raw) : c.json({ error: words.noSuchPage }, 404);
  });
  app.use(securityHeaders);
  app.use(ownHostOnly(deps.address));
  app.use('/api/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  if (deps.documents) serveDocuments(app, deps.documents);
  if (deps.calendars) serveCalendars(app, deps.calendars);
  if (deps.signIn) {
    app.post('/api/*', sameOriginOnly(deps.address));
    app.use('/api/*', signedInOnly(deps.signIn));
    addSignIn(app, deps.signIn, secure);
  }
  if (deps.documents) serveOwnDocuments(app, deps.documents);

  app.get('/api/history', async c => {
    const person = recognisePerson(c, secure);
    const [turns, ownPlan, due] = await Promise.all([
      deps.conversation(person),
      deps.ownPlan(person),
      deps.due?.(person) ?? null,
    ]);
    return c.json({ turns, ownPlan, due, firstQuestions: deps.firstQuestions() });
  });

  app.post('/api/messages', sameOriginOnly(deps.address), async c => {
    const read = await readMessage(c.req.raw);
    if ('error' in read) return c.json({ error: read.error }, read.status);
    const person = knownPerson(c) ?? recognisePerson(c, secure);
    if (deps.mayAsk?.(person) === false) return c.json({ error: signInWords.tooFast }, 429);
    const { id, ...said } = read.message;
    const replies = await answer({ person, ...said }, id);
    return c.json({ replies, ownPlan: await deps.ownPlan(person) });
  });

  app.get('/api/plans', c => c.json({ plans: deps.plans().map(planSummary) }));

  app.get('/api/plans/:id', c => {
    const plan = deps.plan(c.req.param('id'));
    return plan ? c.json(planText(plan)) : c.json({ error: words.noSuchPlan }, 404);
  });

  app.get('*', serveAssets(loadAssets()));
  app.notFound(c => c.json({ error: words.noSuchPage }, 404));

  app.onError((error, c) => {
    const reference = newReference();
    deps.report?.(reference, error);
    return c.json({ error: words.failed(reference), reference }, 500);
  });

  return app;
}

/** Short enough to be read out over the telephone; without letters that are taken for digits. */
export function newReference(): string {
  const letters = 'ABCDEFGHKLMNPQRTUVXY346789';
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), byte => letters[byte % letters.length]).join(
    '',
  );
}
