import type { Messenger } from '../channels/messenger.ts';

/** Answers without a model are there long before. */
const FIRST_MS = 1_000;
/** Platforms show it for about five seconds. */
const EVERY_MS = 4_500;

/** Does the work; as long as it goes on, the chat shows that somebody is writing. */
export async function whileWorking<T>(
  { working }: Pick<Messenger, 'working'>,
  chat: string,
  work: Promise<T>,
): Promise<T> {
  if (!working) return work;
  let timer: NodeJS.Timeout;
  const show = (): void => {
    working(chat);
    timer = setTimeout(show, EVERY_MS).unref();
  };
  timer = setTimeout(show, FIRST_MS).unref();
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
