import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import type { ModelConfig } from '../knowledge/index.ts';
import type { ChannelConfig } from './channel-settings.ts';
import { channelConfig, channelSettings, missingSettings } from './channel-settings.ts';
import { missingModelSettings, modelConfig, modelSettings } from './model-settings.ts';
import { tracingSettings } from './tracing-settings.ts';

/** The project's root folder. */
export const ROOT = join(import.meta.dirname, '..');

/** A setting that cannot be used; the message names it and what would be right, never its value. */
export class ConfigFault extends Error {}

export interface Config extends ChannelConfig {
  host: string;
  port: number;
  /** The address people and platforms reach, null when it is only this machine's. */
  publicUrl: string | null;
  /** Where everything that is kept lies; an absolute path. */
  dataDir: string;
  /** The PostgreSQL database, null for SQLite in `dataDir`. Holds a password: never to be printed. */
  databaseUrl: string | null;
  /** The rules that documents are written by, as their id in `documents/forms.yaml`. */
  documentForm: string;
  /** Where a committee's own plan folders lie; an absolute path that need not exist. */
  plansDir: string;
  /** The plans that come with the program. */
  builtInPlansDir: string;
  logLevel: string;
  /** The endpoint for models, null when no model is named. Holds a key: never to be printed. */
  model: ModelConfig | null;
}

const PORT_WORDS = 'phải là số cổng từ 0 đến 65535, ví dụ 8080';
const DATABASE_WORDS =
  'phải có dạng postgres://người-dùng:mật-khẩu@máy:5432/tên-cơ-sở-dữ-liệu, ký tự đặc biệt trong mật khẩu viết theo mã %; bỏ trống thì dùng SQLite trong DATA_DIR';
/** The rule sets of `documents/forms.yaml`, the one in force first. */
const FORMS = ['399-05', '66-36'] as const;
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT_WORDS)
    .transform(Number)
    .refine(port => port <= 65535, PORT_WORDS)
    .default(8080),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'phải là địa chỉ đầy đủ, ví dụ https://troly.example.vn' })
    .optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.string().refine(isPostgresUrl, DATABASE_WORDS).optional(),
  PLANS_DIR: z.string().optional(),
  ...channelSettings,
  ...modelSettings,
  DOCUMENT_FORM: z.enum(FORMS, { error: `phải là một trong: ${FORMS.join(', ')}` }).default(FORMS[0]),
  LOG_LEVEL: z.enum(LEVELS, { error: `phải là một trong: ${LEVELS.join(', ')}` }).default('info'),
});

/** The settings of the environment, and of `.env` in the project's root where the environment has none. */
export function readConfig(env: NodeJS.ProcessEnv = { ...dotEnv(), ...process.env }): Config {
  // A setting left empty is a setting left out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const wrong = faults(tracingSettings(given), 'chưa đúng');
  if (wrong.length > 0) throw new ConfigFault(wrong.join('\n'));
  const read = settings.safeParse(given);
  if (!read.success) {
    const lines = read.error.issues.map(
      issue => `Thiết lập ${issue.path.join('.')} chưa đúng: ${issue.message}.`,
    );
    throw new ConfigFault(lines.join('\n'));
  }
  const missing = faults([...missingSettings(read.data), ...missingModelSettings(read.data)], 'chưa có');
  if (missing.length > 0) throw new ConfigFault(missing.join('\n'));
  const { HOST, PORT, PUBLIC_URL, DATA_DIR, DATABASE_URL, PLANS_DIR, DOCUMENT_FORM, LOG_LEVEL } = read.data;
  const dataDir = absolute(DATA_DIR);
  return {
    host: HOST,
    port: PORT,
    publicUrl: PUBLIC_URL ?? null,
    dataDir,
    databaseUrl: DATABASE_URL ?? null,
    plansDir: PLANS_DIR === undefined ? join(dataDir, 'plans') : absolute(PLANS_DIR),
    builtInPlansDir: join(ROOT, 'knowledge', 'plans'),
    documentForm: DOCUMENT_FORM,
    logLevel: LOG_LEVEL,
    ...channelConfig(read.data),
    model: modelConfig(read.data),
  };
}

function faults(found: readonly { name: string; words: string }[], what: string): string[] {
  return found.map(({ name, words }) => `Thiết lập ${name} ${what}: ${words}.`);
}

function dotEnv(): NodeJS.ProcessEnv {
  const file = join(ROOT, '.env');
  return existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
}

function isPostgresUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, pathname } = new URL(url);
  return /^postgres(ql)?:$/.test(protocol) && pathname.length > 1;
}

/** Relative paths are the project's, wherever the command was started. */
function absolute(path: string): string {
  return isAbsolute(path) ? path : join(ROOT, path);
}
