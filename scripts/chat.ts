// The assistant in a terminal. `-- --jsonl --user U [--now T]`: the same conversation for a program (contract: chat).
import process from 'node:process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { openConversation } from '../bot/converse.ts';
import type { Inbound, Reply } from '../bot/index.ts';
import { conversationWords, dueLine, readConfig, terminalText } from '../bot/index.ts';
import { openStore, StoreFault } from '../bot/store/index.ts';
import { openKnowledge } from '../knowledge/index.ts';
import { answerJsonLines, LineFault } from './json-lines.ts';
import { openNamedModels } from './open-named-models.ts';
import { openPlans, runCommand, UsageFault } from './open-plans.ts';

const USAGE =
  'Cách dùng: npm run chat, hoặc npm run --silent chat -- --jsonl --user TÊN [--now 2026-11-21T08:00+07:00] < tin-nhắn.jsonl';

await runCommand(async () => {
  const { values } = readArguments();
  const user = values.user ?? 'terminal';
  const now = instantAt(values.now);
  const knowledge = openKnowledge(openPlans());
  const store = await openOwnStore(() => now().toString());
  const today = () => now().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString();
  let notKept = false;
  const report = (fault: StoreFault): void => {
    notKept = true;
    process.stderr.write(`${fault.message}\n`);
  };
  const { dataDir, documentForm } = readConfig();
  const models = await openNamedModels(knowledge);
  models?.start();
  const conversation = openConversation({
    knowledge,
    store,
    today,
    now: () => now().toString(),
    dataDir,
    documentForm,
    models,
    report,
  });
  const person = `chat:${user}`;
  try {
    if (values.jsonl === true) {
      if (values.user === undefined) throw new UsageFault(USAGE);
      const refused = await answerJsonLines(async line => ({
        replies: (await conversation.say(readInbound(person, line), null)).map(forProgram),
      }));
      return refused > 0 || notKept ? 2 : 0;
    }
    await talk(dueLine(await conversation.due(person)), async text =>
      conversation.say({ person, text }, null),
    );
    return 0;
  } finally {
    models?.stop();
    await store.close();
  }
});

function readArguments() {
  try {
    return parseArgs({
      options: { jsonl: { type: 'boolean' }, user: { type: 'string' }, now: { type: 'string' } },
    });
  } catch {
    throw new UsageFault(USAGE);
  }
}

/** The clock, or a fixed instant that stands for it. */
function instantAt(given: string | undefined): () => Temporal.Instant {
  if (given === undefined) return () => Temporal.Now.instant();
  try {
    const fixed = Temporal.Instant.from(given);
    return () => fixed;
  } catch {
    throw new UsageFault(`--now phải là thời điểm đầy đủ, ví dụ 2026-11-21T08:00+07:00. ${USAGE}`);
  }
}

async function openOwnStore(now: () => string) {
  try {
    return await openStore(readConfig(), now);
  } catch (error) {
    if (error instanceof StoreFault) throw new UsageFault(error.message);
    throw error;
  }
}

function readInbound(person: string, line: Record<string, unknown>): Inbound {
  const { text, choice, ...others } = line;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw new LineFault(unknown, 'không có trường này; dùng {"text":"…"} hoặc {"choice":"…"}.');
  if (typeof choice === 'string' && text === undefined) return { person, choice };
  if (typeof text === 'string' && choice === undefined) return { person, text };
  throw new LineFault(
    text === undefined ? 'choice' : 'text',
    'mỗi dòng có đúng một trong hai: {"text":"…"} hoặc {"choice":"…"}.',
  );
}

/** Programs read the text; the same in parts is for channels that draw. */
function forProgram({ blocks: _, numbered: __, ...reply }: Reply): Omit<Reply, 'blocks' | 'numbered'> {
  return reply;
}

/** `due`: what is overdue or due soon, said at the start. */
async function talk(due: string | null, say: (text: string) => Promise<Reply[]>): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '\n> ' });
  const show = (replies: Reply[]): void => {
    process.stdout.write(`\n${terminalText(replies, Math.min(process.stdout.columns ?? 100, 100))}\n`);
  };
  const { welcome, leave } = conversationWords;
  show([{ text: [welcome, ...(due === null ? [] : [due]), leave].join('\n\n') }]);
  let ended = false;
  terminal.on('close', () => {
    ended = true;
  });
  terminal.prompt();
  for await (const line of terminal) {
    if (/^\/(thoat|thoát|exit|quit)\s*$/iu.test(line)) break;
    if (line.trim() !== '') show(await say(line));
    // What is typed may have ended while the answer was made.
    if (!ended) terminal.prompt();
  }
  terminal.close();
}
