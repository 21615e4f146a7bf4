import { z } from 'zod';
import type { ModelConfig } from '../knowledge/index.ts';

const OUTPUTS = ['jsonSchema', 'functionCalling', 'jsonMode'] as const;
const NAME_WORDS = 'phải là tên mô hình như máy chủ mô hình đặt, không có khoảng trắng ở đầu hay cuối';
const URL_WORDS =
  'phải là địa chỉ http hoặc https đầy đủ của máy chủ mô hình, ví dụ http://127.0.0.1:11434/v1; khóa ghi ở OPENAI_API_KEY, không ghi trong địa chỉ';
const KEY_WORDS = 'phải là khóa mà máy chủ mô hình cấp, không có khoảng trắng hay xuống dòng';
const TOKENS_WORDS = 'phải là số nguyên từ 1 đến 1000000000, ví dụ 200000';
const MONEY_WORDS = 'phải là số tiền không âm, phần thập phân sau dấu chấm, ví dụ 0.15';
const PRICES_NEEDED =
  'phải có cùng với MODEL_DAILY_COST thì mới tính được tiền; giá một triệu token, ví dụ 0.15';
const KEY_NEEDED =
  'phải có khi dùng máy chủ của OpenAI; nếu dùng máy chủ khác thì ghi địa chỉ của máy chủ ấy vào OPENAI_BASE_URL';

/** Tokens a day and person: some hundred written answers. */
const DAILY_TOKENS = 500_000;

const name = z.string().regex(/^\S(?:.{0,198}\S)?$/, NAME_WORDS);
const money = z
  .string()
  .regex(/^\d{1,9}(?:\.\d{1,9})?$/, MONEY_WORDS)
  .transform(Number);

/** One entry a setting. */
export const modelSettings = {
  CHAT_MODEL: name.optional(),
  EMBEDDING_MODEL: name.optional(),
  OPENAI_BASE_URL: z.string().refine(isEndpoint, URL_WORDS).transform(withoutSlash).optional(),
  OPENAI_API_KEY: z
    .string()
    .regex(/^[\u0021-\u007e]+$/, KEY_WORDS)
    .optional(),
  MODEL_OUTPUT: z.enum(OUTPUTS, { error: `phải là một trong: ${OUTPUTS.join(', ')}` }).default(OUTPUTS[0]),
  MODEL_DAILY_TOKENS: z
    .string()
    .regex(/^\d{1,10}$/, TOKENS_WORDS)
    .transform(Number)
    .refine(tokens => tokens >= 1 && tokens <= 1_000_000_000, TOKENS_WORDS)
    .default(DAILY_TOKENS),
  MODEL_DAILY_COST: money.optional(),
  MODEL_PRICE_IN: money.optional(),
  MODEL_PRICE_OUT: money.optional(),
  MODEL_PRICE_EMBEDDING: money.optional(),
};

type Read = {
  [setting in keyof typeof modelSettings]?: z.output<(typeof modelSettings)[setting]> | undefined;
};

/** What is missing, by name, for the model that was named. */
export function missingModelSettings(read: Read): { name: string; words: string }[] {
  if (!isNamed(read)) return [];
  const key = read.OPENAI_BASE_URL === undefined && read.OPENAI_API_KEY === undefined;
  const prices =
    read.MODEL_DAILY_COST === undefined
      ? []
      : [
          ...(read.CHAT_MODEL === undefined ? [] : (['MODEL_PRICE_IN', 'MODEL_PRICE_OUT'] as const)),
          ...(read.EMBEDDING_MODEL === undefined ? [] : (['MODEL_PRICE_EMBEDDING'] as const)),
        ];
  return [
    ...(key ? [{ name: 'OPENAI_API_KEY', words: KEY_NEEDED }] : []),
    ...prices
      .filter(price => read[price] === undefined)
      .map(price => ({ name: price, words: PRICES_NEEDED })),
  ];
}

/** Null: no model was named, and nothing of models is loaded. */
export function modelConfig(read: Read): ModelConfig | null {
  if (!isNamed(read)) return null;
  return {
    chatModel: read.CHAT_MODEL ?? null,
    embeddingModel: read.EMBEDDING_MODEL ?? null,
    baseUrl: read.OPENAI_BASE_URL ?? null,
    apiKey: read.OPENAI_API_KEY ?? null,
    output: read.MODEL_OUTPUT ?? OUTPUTS[0],
    budget: {
      dailyTokens: read.MODEL_DAILY_TOKENS ?? DAILY_TOKENS,
      dailyCost: read.MODEL_DAILY_COST ?? null,
      priceIn: read.MODEL_PRICE_IN ?? 0,
      priceOut: read.MODEL_PRICE_OUT ?? 0,
      priceEmbedding: read.MODEL_PRICE_EMBEDDING ?? 0,
    },
  };
}

function isNamed(read: Read): boolean {
  return read.CHAT_MODEL !== undefined || read.EMBEDDING_MODEL !== undefined;
}

function isEndpoint(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password, search, hash } = new URL(url);
  return /^https?:$/.test(protocol) && [username, password, search, hash].every(part => part === '');
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
