/**
 * Ids of choices under a reminder: they say by themselves what they are about, so that a button works on any day
 * and under any message. `n:<verb>:<unit>:<duty>:<YYYYMMDD>` or `n:<verb>:<own>:<YYYYMMDD>`; with 36-character ids
 * they fit Telegram's 64 bytes.
 */
export const VERBS = {
  done: 'x',
  'done-for-unit': 'u',
  hour: 'h',
  morning: 'm',
  date: 'd',
  skip: 'k',
  reopen: 'r',
  view: 'v',
} as const;
export type Verb = keyof typeof VERBS;

/** `key` as in `AgendaItem`; `due` `YYYY-MM-DD`. */
export function itemChoice(verb: Verb, key: string, due: string): string {
  return `n:${VERBS[verb]}:${key.replace(/^(?:duty|own):/, '')}:${due.replaceAll('-', '')}`;
}

/** What a choice is about; null: it is of another kind. */
export function readItemChoice(id: string): { verb: Verb; key: string; due: string } | null {
  const found = /^n:(\w):([^:]+)(?::([^:]+))?:(\d{4})(\d{2})(\d{2})$/.exec(id);
  const verb = (Object.keys(VERBS) as Verb[]).find(name => VERBS[name] === found?.[1]);
  if (!found || !verb) return null;
  const [, , first, duty, year, month, day] = found;
  const key = duty === undefined ? `own:${first}` : `duty:${first}:${duty}`;
  return { verb, key, due: `${year}-${month}-${day}` };
}
