import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Written } from './agent-output.ts';
import { ANSWER_SCHEMA, readWritten } from './agent-output.ts';
import type { AgentTool } from './agent-tools.ts';
import type { ModelClient } from './calls-client.ts';
import type { ModelSettings, Usage } from './ports.ts';

const PROMPT = readFileSync(join(import.meta.dirname, '../prompts/write-answer.md'), 'utf8');
/** Nodes of the graph: a model and a tool for each step, so some four rounds of tools. */
const MOST_STEPS = 10;
const MOST_TOKENS = 1500;

export interface AgentRun {
  model: string;
  output: ModelSettings['output'];
  client: ModelClient;
  /** The first message: question and sentences, masked. */
  message: string;
  tools: readonly AgentTool[];
  /** Masks what a tool gives back. */
  mask(text: string): string;
  unmask(text: string): string;
  signal: AbortSignal;
}

/**
 * Lets a LangChain agent read with tools and write claims. Throws what the endpoint or the library throws, and where
 * nothing comes back that has the form asked for.
 */
export async function runAgent(run: AgentRun): Promise<{ value: Written; usage: Usage }> {
  const [{ ChatOpenAI }, { createAgent, tool, providerStrategy, toolStrategy, SystemMessage }] =
    await Promise.all([import('@langchain/openai'), import('langchain')]);
  const model = new ChatOpenAI({
    model: run.model,
    useResponsesApi: false,
    streaming: false,
    maxTokens: MOST_TOKENS,
    ...(run.output === 'jsonMode' ? { modelKwargs: { response_format: { type: 'json_object' } } } : {}),
    ...run.client,
  });
  const tools = run.tools.map(({ name, description, schema, run: act }) =>
    tool(async input => run.mask(await act(unmasked(input, run.unmask) as never)), {
      name,
      description,
      schema: schema as never,
    }),
  );
  const asked = { model, tools, systemPrompt: new SystemMessage(PROMPT) };
  const agent =
    run.output === 'jsonSchema'
      ? createAgent({ ...asked, responseFormat: providerStrategy({ schema: ANSWER_SCHEMA, strict: true }) })
      : run.output === 'functionCalling'
        ? createAgent({ ...asked, responseFormat: toolStrategy(ANSWER_SCHEMA, { handleError: false }) })
        : createAgent(asked);
  const state = (await agent.invoke(
    { messages: [{ role: 'user', content: run.message }] },
    { signal: run.signal, recursionLimit: MOST_STEPS },
  )) as { messages: readonly Message[]; structuredResponse?: unknown };
  const value = readWritten(state.structuredResponse ?? lastText(state.messages));
  if (!value) throw new Error('answer without the form asked for');
  const claims = value.claims.map(claim => ({ ...claim, text: run.unmask(claim.text) }));
  return { value: { ...value, claims }, usage: usageOf(state.messages) };
}

interface Message {
  text?: string;
  usage_metadata?: { input_tokens?: number; output_tokens?: number };
}

function unmasked(input: unknown, unmask: (text: string) => string): unknown {
  if (typeof input !== 'object' || input === null) return {};
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, typeof value === 'string' ? unmask(value) : value]),
  );
}

function lastText(messages: readonly Message[]): string {
  const text = messages.at(-1)?.text;
  return typeof text === 'string' ? text : '';
}

function usageOf(messages: readonly Message[]): Usage {
  return messages.reduce(
    (sum, { usage_metadata: usage }) => ({
      tokensIn: sum.tokensIn + (usage?.input_tokens ?? 0),
      tokensOut: sum.tokensOut + (usage?.output_tokens ?? 0),
    }),
    { tokensIn: 0, tokensOut: 0 },
  );
}
