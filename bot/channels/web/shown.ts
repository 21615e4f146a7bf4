import type { Exchange } from '../../store/store.ts';
import { documentFileWords } from '../../words/document-file-words.ts';
import type { Choice, Reply } from '../channel.ts';
import type { Turn } from './web-app.ts';

/** What the page is told of a reply: a document by its address, never by its place on this machine. */
export function shownReply(
  { evaluation: _, once: __, ...reply }: Reply,
  addressOf: (path: string) => string,
): Reply {
  const { document } = reply;
  if (!document) return reply;
  // The page has a button for the file, so its words need not name it.
  const text = reply.text.replace(`\n\n${documentFileWords.attached(document.name)}`, '');
  return { ...reply, text, document: { name: document.name, path: addressOf(document.path) } };
}

/** Exchanges as the page shows them again: a choice by the words on its button. */
export function shownTurns(exchanges: readonly Exchange[], addressOf: (path: string) => string): Turn[] {
  let offered: Choice[] = [];
  return exchanges.flatMap(({ key, said, replies }): Turn[] => {
    const text = offered.find(({ id }) => id === said)?.label ?? said;
    offered = replies.findLast(({ choices }) => choices)?.choices ?? offered;
    const shown = replies.map(reply => shownReply(reply, addressOf));
    return [
      { from: 'person', text, ...(key === null ? {} : { id: key }) },
      { from: 'assistant', replies: shown },
    ];
  });
}
