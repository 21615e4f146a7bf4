import { z } from 'zod';

/** The settings of messengers, as `config.ts` reads them. Tokens and secrets: never to be printed. */
export interface ChannelConfig {
  telegram: { token: string; apiRoot: string | null; webhookSecret: string | null } | null;
  zaloBot: { token: string; apiRoot: string | null; webhookSecret: string | null } | null;
  zaloOa: {
    appId: string;
    appSecret: string;
    webhookSecret: string;
    refreshToken: string;
    apiRoot: string | null;
    oauthRoot: string | null;
  } | null;
  /** Lets in at the page; null: one-time codes only. */
  webPassword: string | null;
}

const ROOT_WORDS = 'phải là địa chỉ đầy đủ, ví dụ https://api.telegram.org';
const OA_WORDS =
  'phải có cùng với các thiết lập ZALO_OA_ khác: Zalo OA cần đủ APP_ID, APP_SECRET, WEBHOOK_SECRET và REFRESH_TOKEN';
const root = z.url({ protocol: /^https?$/, error: ROOT_WORDS }).transform(withoutSlash);
/** No white space: what is pasted with a line break or half a comment is no token. */
const token = (words: string, form: RegExp = /^\S+$/) => z.string().regex(form, words);

/** One entry a setting. */
export const channelSettings = {
  TELEGRAM_BOT_TOKEN: token('phải là mã mà @BotFather đưa, dạng 123456789:AA…', /^\d+:[\w-]+$/).optional(),
  TELEGRAM_API_ROOT: root.optional(),
  TELEGRAM_WEBHOOK_SECRET: token(
    'phải có 1 đến 256 ký tự, chỉ gồm chữ không dấu, số, dấu _ và dấu -',
    /^[\w-]{1,256}$/,
  ).optional(),
  ZALO_BOT_TOKEN: token('phải là mã mà Zalo Bot Creator đưa, không có khoảng trắng').optional(),
  ZALO_BOT_API_ROOT: root.optional(),
  ZALO_BOT_WEBHOOK_SECRET: token('phải có 8 đến 256 ký tự, không có khoảng trắng', /^\S{8,256}$/).optional(),
  ZALO_OA_APP_ID: token('phải là số ID ứng dụng, không có khoảng trắng').optional(),
  ZALO_OA_APP_SECRET: token('không được có khoảng trắng').optional(),
  ZALO_OA_WEBHOOK_SECRET: token('không được có khoảng trắng').optional(),
  ZALO_OA_REFRESH_TOKEN: token('không được có khoảng trắng').optional(),
  ZALO_OA_API_ROOT: root.optional(),
  ZALO_OA_OAUTH_ROOT: root.optional(),
  WEB_PASSWORD: z.string().max(200, 'không được quá 200 ký tự').optional(),
};

type Read = { [name in keyof typeof channelSettings]?: string | undefined };

const OA_NEEDED = [
  'ZALO_OA_APP_ID',
  'ZALO_OA_APP_SECRET',
  'ZALO_OA_WEBHOOK_SECRET',
  'ZALO_OA_REFRESH_TOKEN',
] as const;

/** What is missing, by name, of a channel that has some of its settings. */
export function missingSettings(read: Read): { name: string; words: string }[] {
  if (OA_NEEDED.every(name => read[name] === undefined)) return [];
  return OA_NEEDED.filter(name => read[name] === undefined).map(name => ({ name, words: OA_WORDS }));
}

export function channelConfig(read: Read): ChannelConfig {
  const bot = (own: string | undefined, apiRoot: string | undefined, secret: string | undefined) =>
    own === undefined ? null : { token: own, apiRoot: apiRoot ?? null, webhookSecret: secret ?? null };
  const [appId, appSecret, webhookSecret, refreshToken] = OA_NEEDED.map(name => read[name]);
  const oaRoots = { apiRoot: read.ZALO_OA_API_ROOT ?? null, oauthRoot: read.ZALO_OA_OAUTH_ROOT ?? null };
  const oa = {
    appId: appId!,
    appSecret: appSecret!,
    webhookSecret: webhookSecret!,
    refreshToken: refreshToken!,
    ...oaRoots,
  };
  return {
    telegram: bot(read.TELEGRAM_BOT_TOKEN, read.TELEGRAM_API_ROOT, read.TELEGRAM_WEBHOOK_SECRET),
    zaloBot: bot(read.ZALO_BOT_TOKEN, read.ZALO_BOT_API_ROOT, read.ZALO_BOT_WEBHOOK_SECRET),
    zaloOa: appId === undefined ? null : oa,
    webPassword: read.WEB_PASSWORD ?? null,
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
