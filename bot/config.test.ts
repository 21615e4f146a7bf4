import { expect, it } from 'vitest';
import { ConfigFault, readConfig } from './config.ts';
import { formOf, forms } from './documents/form.ts';

const faultOf = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigFault);
    return (error as Error).message;
  }
  throw new Error('it was taken');
};

it('[O19] a channel is on when its settings are there', () => {
  const none = readConfig({});
  expect([none.telegram, none.zaloBot, none.zaloOa, none.webPassword]).toEqual([null, null, null, null]);
  const { telegram, zaloBot, zaloOa, webPassword } = readConfig({
    TELEGRAM_BOT_TOKEN: '123:AbC_-9',
    TELEGRAM_API_ROOT: 'http://127.0.0.1:9/',
    ZALO_BOT_TOKEN: 'x:y',
    ZALO_OA_APP_ID: '1',
    ZALO_OA_APP_SECRET: 's',
    ZALO_OA_WEBHOOK_SECRET: 'w',
    ZALO_OA_REFRESH_TOKEN: 'r',
    WEB_PASSWORD: 'một câu dài',
  });
  expect(telegram).toEqual({ token: '123:AbC_-9', apiRoot: 'http://127.0.0.1:9', webhookSecret: null });
  expect(zaloBot).toEqual({ token: 'x:y', apiRoot: null, webhookSecret: null });
  expect(zaloOa).toMatchObject({ appId: '1', refreshToken: 'r', oauthRoot: null });
  expect(webPassword).toBe('một câu dài');
});

it('[O19] a wrong setting stops the start with its name and what would be right, never its value', () => {
  const wrong = {
    TELEGRAM_BOT_TOKEN: 'mã bí mật',
    TELEGRAM_API_ROOT: 'bi-mat.example',
    TELEGRAM_WEBHOOK_SECRET: 'bí mật!',
    ZALO_BOT_TOKEN: 'bí mật có cách',
    ZALO_BOT_WEBHOOK_SECRET: 'bimat',
  };
  const message = faultOf(wrong);
  for (const name of Object.keys(wrong)) expect(message).toContain(`Thiết lập ${name} chưa đúng`);
  expect(message).not.toMatch(/bí mật|bi-?mat/);
  const missing = faultOf({ ZALO_OA_APP_ID: '1', ZALO_OA_APP_SECRET: 'bi-mat' });
  expect(missing).toContain('ZALO_OA_REFRESH_TOKEN');
  expect(missing).toContain('ZALO_OA_WEBHOOK_SECRET');
  expect(missing).not.toContain('bi-mat');
});

it('[D1] documents are written by the rules in force unless the older ones are set', () => {
  expect(readConfig({}).documentForm).toBe(formOf()!.id);
  for (const { id } of forms) expect(readConfig({ DOCUMENT_FORM: id }).documentForm).toBe(id);
  expect(faultOf({ DOCUMENT_FORM: '30-2020' })).toContain(forms.map(({ id }) => id).join(', '));
});
