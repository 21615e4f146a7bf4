import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSigned, readEvent } from './read-event.ts';

const now = (): string => '2026-11-21T00:00:00Z';
const common = { app_id: '1', sender: { id: 'p' }, recipient: { id: 'oa' }, timestamp: '1700000000000' };
const texted = (text: string): Record<string, unknown> => ({
  ...common,
  event_name: 'user_send_text',
  message: { text, msg_id: 'm1' },
});

describe('an event of a Zalo OA', () => {
  it('[T24] is what the person wrote', () => {
    expect(readEvent(texted('chào'), now)).toEqual({
      key: 'm1',
      chat: 'p',
      address: 'p',
      privateChat: true,
      text: 'chào',
      at: '2023-11-14T22:13:20.000Z',
    });
  });

  it('[T24] of a press is the choice', () => {
    const event = readEvent(texted('#chon:plan:tkv'), now);
    expect(event).toMatchObject({ choice: 'plan:tkv' });
    expect(event).not.toHaveProperty('text');
  });

  it('[T24] of one who begins to follow is /start, once each time', () => {
    const follow = { ...common, sender: undefined, follower: { id: 'p' }, event_name: 'follow' };
    expect(readEvent(follow, now)).toMatchObject({
      key: 'follow:p:1700000000000',
      text: '/start',
      chat: 'p',
    });
  });

  it('[T24] of a file has no text; what the account itself sent, and one who leaves, are nothing', () => {
    const file = { ...common, event_name: 'user_send_file', message: { msg_id: 'm2' } };
    expect(readEvent(file, now)).toMatchObject({ key: 'm2' });
    expect(readEvent(file, now)).not.toHaveProperty('text');
    expect(readEvent({ ...texted('x'), event_name: 'oa_send_text' }, now)).toBeNull();
    expect(readEvent({ ...common, event_name: 'unfollow', follower: { id: 'p' } }, now)).toBeNull();
    expect(readEvent({}, now)).toBeNull();
  });
});

describe('a signature', () => {
  const app = { appId: '1', secret: 's' };
  const raw = '{"timestamp":"2","text":"ấ"}';
  const mac = createHash('sha256').update(`1${raw}2s`).digest('hex');

  it('[T12] is the digest of app id, raw body, timestamp and secret, joined', () => {
    expect(isSigned(`mac=${mac}`, raw, '2', app)).toBe(true);
  });

  it.each([
    ['none', null],
    ['empty', ''],
    ['another', `mac=${'0'.repeat(64)}`],
    ['half', `mac=${mac.slice(0, 32)}`],
  ])('[T12] %s is not taken', (_, header) => {
    expect(isSigned(header, raw, '2', app)).toBe(false);
  });

  it('[T12] of a body changed by one space is not taken', () => {
    expect(isSigned(`mac=${mac}`, `${raw} `, '2', app)).toBe(false);
  });
});
