import type { Reply } from './channel.ts';

/**
 * A reply as plain text alone: choices are numbered lines, and typing the number chooses; where bare numbers are
 * values, they are lines to be typed by their words. A file is named by its path.
 */
export function withChoices({ text, choices, numbered, document }: Reply): string {
  const file = document ? `\n${document.path}` : '';
  if (!choices || choices.length === 0) return `${text}${file}`;
  const lines = choices.map((choice, i) => `  ${numbered === false ? '–' : `${i + 1}.`} ${choice.label}`);
  return `${text}${file}\n\n${lines.join('\n')}`;
}
