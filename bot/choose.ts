import type { Choice, Inbound } from './channels/channel.ts';

/**
 * Which of the offered choices a person means: by its id, its number (“2”, “câu 2”), its label, or the label
 * without diacritics. Null: what was typed is no choice.
 */
export function choose(offered: readonly Choice[], inbound: Inbound): Choice | null {
  if (inbound.choice !== undefined) return offered.find(choice => choice.id === inbound.choice) ?? null;
  const typed = plain(inbound.text ?? '');
  if (typed === '') return null;
  const number = /^(?:cau |so |chon |muc |dong )?(\d{1,2})[.)]?$/.exec(typed);
  if (number) return offered[Number(number[1]) - 1] ?? null;
  return offered.find(choice => choice.id === typed || plain(choice.label) === typed) ?? null;
}

/** How words are compared when typed: without diacritics, case and punctuation. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/[“”"'‘’.,:;!?()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
