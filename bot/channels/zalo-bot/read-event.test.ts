import { describe, expect, it } from 'vitest';
import { readEvent } from './read-event.ts';

const now = (): string => '2026-11-21T00:00:00Z';
const message = {
  message_id: 'm1',
  date: 1_700_000_000_000,
  from: { id: 'p', display_name: 'A', is_bot: false },
  chat: { id: 'p', chat_type: 'PRIVATE' },
  text: 'chào',
};
const flat = { event_name: 'message.text.received', message };

describe('an event of Zalo Bot', () => {
  it('[T23] reads the same as documented and as seen on the wire', () => {
    const event = {
      key: 'p:m1',
      chat: 'p',
      address: 'p',
      privateChat: true,
      text: 'chào',
      at: '2023-11-14T22:13:20.000Z',
    };
    expect(readEvent(flat, now)).toEqual(event);
    expect(readEvent({ ok: true, result: flat }, now)).toEqual(event);
  });

  it('[T23] from a group is not private and names who wrote', () => {
    const inGroup = { ...flat, message: { ...message, chat: { id: 'g', chat_type: 'GROUP' } } };
    expect(readEvent(inGroup, now)).toMatchObject({
      key: 'g:m1',
      chat: 'g',
      address: 'p',
      privateChat: false,
    });
  });

  it('[T23] of a picture, or without content, has no text', () => {
    const { text: _, ...rest } = message;
    expect(
      readEvent({ event_name: 'message.image.received', message: { ...rest, photo: 'x' } }, now),
    ).not.toHaveProperty('text');
    expect(readEvent({ event_name: 'message.unsupported.received', message: rest }, now)).toMatchObject({
      key: 'p:m1',
    });
  });

  it.each([
    ['an empty probe', {}],
    ['a bot', { ...flat, message: { ...message, from: { id: 'b', is_bot: true } } }],
    ['another event', { ...flat, event_name: 'bot.added' }],
    ['no chat', { ...flat, message: { ...message, chat: null } }],
    ['no id', { ...flat, message: { ...message, message_id: undefined } }],
    ['nonsense', { event_name: 5, message: 'x', result: null }],
  ])('[T23] of %s is nothing', (_, body) => {
    expect(readEvent(body, now)).toBeNull();
  });

  it('[T23] with a time that is none has ours', () => {
    expect(readEvent({ ...flat, message: { ...message, date: 'hôm nay' } }, now)?.at).toBe(now());
  });
});
