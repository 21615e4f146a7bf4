import type { Reply } from './channel.ts';

/** Replies as a terminal shows them: wrapped text, choices as numbered lines. `width` in columns. */
export function terminalText(replies: readonly Reply[], width: number): string {
  return replies.map(reply => wrap(withChoices(reply), width)).join('\n\n');
}

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

function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map(line => wrapLine(line, Math.max(20, width)))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  if (line.length <= width) return line;
  const indent = /^\s*(?:\d+\. )?/.exec(line)![0].replace(/\S/g, ' ');
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = indent + word;
    } else
      current =
        current === '' && lines.length === 0 ? word : current === '' ? indent + word : `${current} ${word}`;
  }
  return [...lines, current].join('\n');
}
