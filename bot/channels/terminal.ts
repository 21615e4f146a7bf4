import type { Reply } from './channel.ts';
import { withChoices } from './with-choices.ts';

/** Replies as a terminal shows them: wrapped text, choices as numbered lines. `width` in columns. */
export function terminalText(replies: readonly Reply[], width: number): string {
  return replies.map(reply => wrap(withChoices(reply), width)).join('\n\n');
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
