import type { Capabilities, InboundEvent, Messenger, Outbound, Sent } from '../../channels/messenger.ts';

const OPEN: Capabilities = {
  longestText: 4096,
  mostButtons: 8,
  files: 'upload',
  edits: false,
  perChatMs: 0,
  perSecond: 1000,
  counted: false,
};

export interface MemoryMessenger extends Messenger {
  /** What arrived, oldest first. */
  readonly arrived: Outbound[];
  /** Every send, whatever came of it, with its time. */
  readonly sends: { message: Outbound; at: number }[];
  /** What comes of the next sends; afterwards all arrive. */
  readonly outcomes: (Sent | (() => Promise<Sent>))[];
  /** A person says something; the next event's key is counted on unless given. */
  says(chat: string, text: string, more?: Partial<InboundEvent>): Promise<void>;
}

/** A platform in memory that does as it is told. */
export function memoryMessenger(
  id: Messenger['id'] = 'telegram',
  capabilities: Partial<Capabilities> = {},
): MemoryMessenger {
  let receive: ((event: InboundEvent) => Promise<void>) | null = null;
  let count = 0;
  const arrived: Outbound[] = [];
  const sends: MemoryMessenger['sends'] = [];
  const outcomes: MemoryMessenger['outcomes'] = [];
  return {
    id,
    capabilities: { ...OPEN, ...capabilities },
    arrived,
    sends,
    outcomes,
    async start(taking) {
      receive = taking;
    },
    async send(message) {
      sends.push({ message, at: performance.now() });
      const planned = outcomes.shift();
      const sent = typeof planned === 'function' ? await planned() : planned;
      if (sent && sent.outcome !== 'sent') return sent;
      arrived.push(message);
      return sent ?? { outcome: 'sent', messageId: `m${arrived.length}` };
    },
    async says(chat, text, more = {}) {
      count += 1;
      const event = {
        key: `k${count}`,
        chat,
        address: chat,
        privateChat: true,
        text,
        at: '2026-11-21T01:00:00Z',
      };
      await receive!({ ...event, ...more });
    },
    async stop() {
      receive = null;
    },
  };
}
