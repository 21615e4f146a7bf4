import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ModelClient } from './calls-client.ts';
import type { ModelCalls, ModelSettings } from './ports.ts';

/** A sentence that nobody could read as an answer, and what it was to answer. */
export interface SentenceToRead {
  sentence: string;
  /** What was asked. */
  question: string;
  /** The numbers that the answer has, by key, with what each counts; empty where it is a choice. */
  numbers: readonly { key: string; label: string }[];
  /** What may be chosen; empty where the answer has numbers. */
  choices: readonly { id: string; label: string }[];
}

/**
 * What a model read in a sentence. It is no answer: `evaluate` does not take it, and whoever was asked has to confirm
 * it first.
 */
export interface Proposed {
  readonly proposed: { readonly numbers: Readonly<Record<string, number>> } | { readonly choice: string };
}

export interface SentenceReader {
  /** Null: it says nothing that can be read, or the endpoint did not answer. Never throws. */
  read(asked: SentenceToRead & { person: string; signal?: AbortSignal }): Promise<Proposed | null>;
}

const PROMPT = readFileSync(join(import.meta.dirname, '../prompts/read-sentence.md'), 'utf8');
const LONGEST = 1000;

/** Reads sentences by the chat model of these settings. */
export function openSentenceReader(
  settings: ModelSettings & { chatModel: string },
  calls: ModelCalls,
  client: ModelClient,
): SentenceReader {
  return {
    async read({ sentence, question, numbers, choices, person, signal }) {
      if (sentence.length > LONGEST || numbers.length + choices.length === 0) return null;
      const schema = schemaOf(numbers, choices);
      const called = await calls.call(
        { kind: 'read', person, texts: [sentence], ...(signal ? { signal } : {}) },
        async ([masked], tools) => {
          const { ChatOpenAI } = await import('@langchain/openai');
          const model = new ChatOpenAI({
            model: settings.chatModel,
            useResponsesApi: false,
            streaming: false,
            ...client,
          }).withStructuredOutput(schema, {
            method: settings.output,
            name: 'cau_tra_loi',
            includeRaw: true,
          });
          const messages = [
            { role: 'system', content: `${PROMPT}\n${fieldsOf(numbers, choices)}` },
            {
              role: 'user',
              content: `Câu hỏi: <<<${question}>>>\nCâu trả lời: <<<${masked!.replaceAll('>>>', ' ')}>>>`,
            },
          ];
          const { raw, parsed } = await model.invoke(messages, { signal: tools.signal });
          const usage = (raw as { usage_metadata?: { input_tokens?: number; output_tokens?: number } })
            .usage_metadata;
          return {
            value: parsed as unknown,
            usage: { tokensIn: usage?.input_tokens ?? 0, tokensOut: usage?.output_tokens ?? 0 },
          };
        },
      );
      const read = called.ok ? schema.safeParse(called.value) : null;
      return read?.success ? proposedOf(read.data, numbers, choices) : null;
    },
  };
}

type Asked = Pick<SentenceToRead, 'numbers' | 'choices'>;

function schemaOf(numbers: Asked['numbers'], choices: Asked['choices']) {
  const fields =
    numbers.length > 0
      ? numbers.map(({ key }) => [key, z.int().nullable()] as const)
      : [['choice', z.enum(choices.map(({ id }) => id)).nullable()] as const];
  return z.object({ understood: z.boolean(), ...Object.fromEntries(fields) });
}

function fieldsOf(numbers: Asked['numbers'], choices: Asked['choices']): string {
  const lines =
    numbers.length > 0
      ? numbers.map(({ key, label }) => `- "${key}" (số nguyên hoặc null): ${label}`)
      : [
          '- "choice" (một trong các mã sau hoặc null):',
          ...choices.map(({ id, label }) => `  - "${id}": ${label}`),
        ];
  return ['Các trường:', '- "understood" (true hoặc false)', ...lines].join('\n');
}

function proposedOf(
  read: Record<string, unknown>,
  numbers: Asked['numbers'],
  choices: Asked['choices'],
): Proposed | null {
  if (read.understood !== true) return null;
  if (numbers.length === 0) {
    const chosen = choices.find(({ id }) => id === read.choice);
    return chosen ? { proposed: { choice: chosen.id } } : null;
  }
  const values = numbers.map(({ key }) => [key, read[key]] as const);
  if (!values.every(([, value]) => Number.isSafeInteger(value))) return null;
  return { proposed: { numbers: Object.fromEntries(values as [string, number][]) } };
}
