import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import type { InboundEvent } from '../messenger.ts';
import { openChoiceTokens } from './choice-token.ts';
import { readUpdate } from './read-update.ts';

const self = { id: 42, username: 'tro_ly_bot' };
const read = (update: object): InboundEvent | null =>
  readUpdate({ update_id: 9, ...update } as Update, {
    self,
    tokens: openChoiceTokens(),
    now: () => '2026-11-21T00:00:00Z',
  });
const person = { id: 7, is_bot: false, first_name: 'A' };
const inPrivate = (more: object): object => ({
  message: { message_id: 1, date: 1_700_000_000, chat: { id: 7, type: 'private' }, from: person, ...more },
});
const inGroup = (more: object): object => ({
  message: {
    message_id: 1,
    date: 1_700_000_000,
    chat: { id: -100, type: 'supergroup' },
    from: person,
    ...more,
  },
});

describe('an update', () => {
  it('[T16] in a private chat is what was typed; a command loses the bot’s name', () => {
    expect(read(inPrivate({ text: '/danhgia@tro_ly_bot chi bộ' }))).toEqual({
      key: '42:9',
      chat: '7',
      address: '7',
      privateChat: true,
      text: '/danhgia chi bộ',
      at: '2023-11-14T22:13:20.000Z',
    });
  });

  it('[T16] a photo’s caption is its text, a photo alone has none, a notice is nothing', () => {
    expect(read(inPrivate({ photo: [], caption: 'biên bản' }))?.text).toBe('biên bản');
    expect(read(inPrivate({ voice: {} }))).not.toHaveProperty('text');
    expect(read(inPrivate({ pinned_message: {} }))).toBeNull();
  });

  it('[T16] of another bot, of a channel or of a kind not asked for is nothing', () => {
    expect(read(inPrivate({ text: 'x', from: { ...person, is_bot: true } }))).toBeNull();
    expect(read(inPrivate({ text: 'x', from: undefined }))).toBeNull();
    expect(read({ edited_message: {} })).toBeNull();
    expect(read({ my_chat_member: {} })).toBeNull();
  });
});

describe('in a group', () => {
  it.each([
    ['a command', '/help', '/help'],
    ['a command to this bot', '/help@Tro_Ly_Bot', '/help'],
    ['a mention', '@tro_ly_bot, họp khi nào?', 'họp khi nào?'],
    ['a mention inside', 'hỏi @tro_ly_bot họp khi nào', 'hỏi họp khi nào'],
  ])('[T17] %s is for the bot and is not private', (_, text, said) => {
    expect(read(inGroup({ text }))).toMatchObject({
      text: said,
      privateChat: false,
      chat: '-100',
      address: '7',
    });
  });

  it.each([
    ['talk among people', 'họp khi nào?'],
    ['a command to another bot', '/help@other_bot'],
    ['a mention of a longer name', '@tro_ly_bot_khac họp khi nào'],
  ])('[T17] %s is not for the bot', (_, text) => {
    expect(read(inGroup({ text }))).toBeNull();
  });

  it('[T17] an answer to the bot’s message is for the bot, one to a person’s is not; a photo is for nobody', () => {
    expect(read(inGroup({ text: '2', reply_to_message: { from: { id: 42 } } }))).toMatchObject({ text: '2' });
    expect(read(inGroup({ text: '2', reply_to_message: { from: { id: 8 } } }))).toBeNull();
    expect(read(inGroup({ photo: [] }))).toBeNull();
  });
});

describe('a press', () => {
  const press = (data: string, rows: object[][] = []): object => ({
    callback_query: {
      id: '1',
      from: person,
      data,
      message: {
        message_id: 5,
        date: 1,
        chat: { id: 7, type: 'private' },
        reply_markup: { inline_keyboard: rows },
      },
    },
  });

  it('[T15] tells the choice and the message it stood under', () => {
    expect(read(press('yes'))).toEqual({
      key: '42:9',
      chat: '7',
      address: '7',
      privateChat: true,
      choice: 'yes',
      under: '5',
      at: '2026-11-21T00:00:00Z',
    });
  });

  it('[T15] of a long choice sent before a restart is told by the button’s words', () => {
    const rows = [[{ text: 'Đã thực hiện', callback_data: '~abc' }]];
    const event = read(press('~abc', rows));
    expect(event).toMatchObject({ text: 'Đã thực hiện', under: '5' });
    expect(event).not.toHaveProperty('choice');
  });
});
