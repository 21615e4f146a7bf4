import type { Reply } from '../channels/channel.ts';
import type { Capabilities } from '../channels/messenger.ts';
import type { OutboxBody, OutboxRow } from '../store/delivery/delivery-records.ts';

export interface Destination {
  channel: string;
  chat: string;
  capabilities: Capabilities;
  /** What is answered; each of its messages is said once. */
  origin: string;
  digest?: string;
  /** Message whose place the first reply takes, where the channel can edit. */
  replaces?: string;
  now: number;
  newId: () => string;
}

/** Replies as messages to be sent; where messages are rationed, as few as will hold them. */
export function outboundOf(replies: readonly Reply[], to: Destination): OutboxRow[] {
  const { channel, chat, capabilities, origin, digest, replaces, now, newId } = to;
  const said = capabilities.counted ? together(replies, capabilities.longestText) : replies;
  return said.map((reply, at) => ({
    id: newId(),
    origin: `${origin}#${at}`,
    channel,
    chat,
    body: {
      ...bodyOf(reply),
      ...(at === 0 && replaces !== undefined && capabilities.edits ? { replaces } : {}),
    },
    prompt: reply.prompt ? promptName(reply.prompt) : null,
    digest: digest ?? null,
    attempts: 0,
    from: null,
    notBefore: now,
    keptAt: now,
  }));
}

export function promptName({ kind, id }: { kind: string; id?: string }): string {
  return id === undefined ? kind : `${kind}:${id}`;
}

/** A reply without choices and file goes in front of the next, as long as the two fit into one message. */
function together(replies: readonly Reply[], longest: number): Reply[] {
  const said: Reply[] = [];
  for (const reply of replies) {
    const before = said.at(-1);
    const plain = before && !before.choices && !before.document && !before.prompt;
    if (plain && before.text.length + reply.text.length + 2 <= longest) {
      said[said.length - 1] = { ...reply, text: `${before.text}\n\n${reply.text}` };
    } else said.push(reply);
  }
  return said;
}

function bodyOf({ text, choices, numbered, document }: Reply): OutboxBody {
  return {
    text,
    ...(choices ? { choices } : {}),
    ...(numbered === false ? { numbered } : {}),
    ...(document ? { document: { name: document.name, path: document.path } } : {}),
  };
}
