import { join } from 'node:path';
import type { Knowledge } from '../knowledge.ts';
import type { Duties } from './agent-tools.ts';
import type { BudgetSettings } from './budget.ts';
import type { CallDeps } from './calls.ts';
import type { ModelClient } from './calls-client.ts';
import type { ModelCalls, ModelSettings, Vectors, Writer } from './ports.ts';
import type { SentenceReader } from './read-sentence.ts';
import type { OpenVectors } from './vectors.ts';

/** Everything that the operator set about models. Holds a key: never to be printed. */
export interface ModelConfig extends ModelSettings {
  budget: BudgetSettings;
}

export interface ModelDeps extends Pick<CallDeps, 'log' | 'now' | 'salt'> {
  knowledge: Knowledge;
  /** Where vectors are kept, in a folder of their own; an absolute path. */
  dataDir: string;
  /** ISO date in Viet Nam. */
  today: () => string;
  /** 0 … 1. */
  chance: () => number;
  /** The duties of a plan around a day, for the writer; left out: it knows of none. */
  duties?: Duties;
  onGate?: (event: GateEvent) => void;
}

/** What the gate did with one written answer: claims that it let pass, and why it dropped the others. */
export interface GateEvent {
  kept: number;
  dropped: readonly string[];
}

/** What the named models can do; what no model was named for is null. */
export interface Models {
  vectors: Vectors | null;
  writer: Writer | null;
  reader: SentenceReader | null;
  /** Brings the vectors of the plans up to date, behind everything else; for a program that stays. */
  start(): void;
  /** Does so at once; false when it could not be done. */
  update(): Promise<boolean>;
  stop(): void;
}

/**
 * Opens the models of these settings. Nothing is asked of the endpoint, and hardly anything is loaded, before the first
 * use that finds the endpoint reachable.
 */
export async function openModels(config: ModelConfig, deps: ModelDeps): Promise<Models> {
  const [{ openModelCalls }, { openBudget }, { modelClient }] = await Promise.all([
    import('./calls.ts'),
    import('./budget.ts'),
    import('./calls-client.ts'),
  ]);
  const { log, now, salt } = deps;
  const calls = openModelCalls(config, {
    log,
    now,
    salt,
    budget: openBudget(config.budget, deps.today),
    load: kind =>
      kind === 'write'
        ? Promise.all([import('@langchain/openai'), import('langchain')])
        : import('@langchain/openai'),
  });
  const parts = { calls, client: modelClient(config, deps), deps };
  const { chatModel, embeddingModel } = config;
  const vectors = embeddingModel === null ? null : once(() => vectorsOf(embeddingModel, parts), log);
  const reader = chatModel === null ? null : once(() => readerOf({ ...config, chatModel }, parts), log);
  const writer = chatModel === null ? null : once(() => writerOf({ ...config, chatModel }, parts), log);
  const stopping = new AbortController();
  return {
    vectors: vectors && {
      near: async (...asked) =>
        (await calls.reachable()) ? ((await vectors())?.near(...asked) ?? null) : null,
    },
    writer: writer && {
      improve: async asked =>
        (await calls.reachable()) ? ((await writer())?.improve(asked) ?? asked.answer) : asked.answer,
    },
    reader: reader && {
      read: async asked => ((await calls.reachable()) ? ((await reader())?.read(asked) ?? null) : null),
    },
    start() {
      vectors?.().then(opened => {
        if (!opened || stopping.signal.aborted) return;
        opened.start();
        stopping.signal.addEventListener('abort', () => opened.stop(), { once: true });
      });
    },
    update: async () => (vectors ? ((await (await vectors())?.update()) ?? false) : true),
    stop: () => stopping.abort(),
  };
}

/** Opened when it is first needed; null where it cannot be: the assistant goes on without it. */
function once<T>(open: () => Promise<T>, log: CallDeps['log']): () => Promise<T | null> {
  let opened: Promise<T | null> | null = null;
  return () => {
    opened ??= open().catch((error: Error) => {
      log.info({ fault: error.name }, 'model not opened');
      return null;
    });
    return opened;
  };
}

interface Parts {
  calls: ModelCalls;
  client: ModelClient;
  deps: ModelDeps;
}

async function vectorsOf(model: string, { calls, client, deps }: Parts): Promise<OpenVectors> {
  const [{ openVectors }, { openEmbedTexts }] = await Promise.all([
    import('./vectors.ts'),
    import('./embed-texts.ts'),
  ]);
  return openVectors({
    knowledge: deps.knowledge,
    model,
    embed: openEmbedTexts(model, client, calls),
    folder: join(deps.dataDir, 'vectors'),
    report: event => deps.log.info(event, 'vectors'),
  });
}

async function writerOf(
  { chatModel, output }: ModelConfig & { chatModel: string },
  { calls, client, deps: { knowledge, duties, onGate } }: Parts,
): Promise<Writer> {
  const { openWriter } = await import('./writer.ts');
  const optional = { ...(duties ? { duties } : {}), ...(onGate ? { onGate } : {}) };
  return openWriter({ model: chatModel, output, knowledge, calls, client, ...optional });
}

async function readerOf(
  settings: ModelConfig & { chatModel: string },
  { calls, client }: Parts,
): Promise<SentenceReader> {
  const { openSentenceReader } = await import('./read-sentence.ts');
  return openSentenceReader(settings, calls, client);
}
