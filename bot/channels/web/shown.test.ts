import { expect, it } from 'vitest';
import { shownReply, shownTurns } from './shown.ts';

const addressOf = (path: string) => `/x/${path.length}`;

it('[W25] the page is told a document’s address, never its place, and nothing of the evaluation', () => {
  const document = { name: 'bao-cao.docx', path: '/srv/data/documents/a1/bao-cao.docx' };
  const reply = { text: 'Kết quả: đạt.\n\nTệp: bao-cao.docx', document, evaluation: { outcome: 'met' } };
  expect(shownReply(reply, addressOf)).toEqual({
    text: 'Kết quả: đạt.',
    document: { name: 'bao-cao.docx', path: '/x/35' },
  });
});

it('[W7] what was chosen is shown again by the words on its button, what was typed as it was typed', () => {
  const asked = { text: 'Đạt chưa?', choices: [{ id: 'met', label: 'Đã đáp ứng' }] };
  const exchange = (said: string, ...replies: { text: string }[]) => ({ key: null, said, replies });
  const turns = shownTurns(
    [
      exchange('/danhgia', asked),
      exchange('căn cứ', { text: 'Đây' }),
      exchange('met', asked),
      exchange('đạt'),
    ],
    addressOf,
  );
  expect(turns.flatMap(turn => (turn.from === 'person' ? [turn.text] : []))).toEqual([
    '/danhgia',
    'căn cứ',
    'Đã đáp ứng',
    'đạt',
  ]);
});
