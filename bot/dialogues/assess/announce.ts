import { announceWords as words } from '../../words/announce-words.ts';
import { NAME_MARK } from '../../words/requirement-words.ts';
import type { Wanted } from '../turn.ts';
import { withoutNames } from './personal-names.ts';
import { prompt } from './prompt.ts';
import type { Said, Scene } from './scene.ts';
import { asks, say, sight } from './scene.ts';
import { cleanUnitName } from './unit-name.ts';

/** Longer lists are refused: no committee has so many chi bộ. */
const MOST = 100;

const LINE = /^(.+?)\s*[-–—:,]\s*(đạt|dat|không đạt|khong dat|chưa đạt|chua dat)\s*(?:[-–—:,.]\s*(.*))?$/iu;

/** Asks for the results of the chi bộ. */
export function askResults(at: Scene): Scene {
  return prompt(asks(at, { kind: 'announce' }));
}

/** The results of the chi bộ, one a line; null: it is none. Names of people in reasons are not kept. */
export function tookResults(at: Scene, { choice, text }: Said): Scene | null {
  if (choice === 'back') return prompt(asks(at, { kind: 'done' }));
  const lines = text
    .split(/\n|;/)
    .map(line => line.replace(/^[-–•*\s]+/, '').trim())
    .filter(line => line !== '');
  const results = lines.map(resultOf);
  const wrong = results.indexOf(null);
  if (lines.length === 0 || choice !== null) return null;
  if (lines.length > MOST) return prompt(say(at, words.tooMany(MOST)));
  if (wrong !== -1)
    return lines.length === 1 && !LINE.test(lines[0]!)
      ? null
      : prompt(say(at, words.unclear(lines[wrong]!.slice(0, 80))));
  const seen = sight(at)!;
  const told = results.filter(result => result !== null);
  const said = say(
    at,
    words.here(told.filter(({ met }) => met).length, told.filter(({ met }) => !met).length),
  );
  const wants: Wanted = {
    kind: 'results',
    reply: said.replies.length - 1,
    unit: seen.unit,
    year: seen.record.year,
    date: at.deps.today,
    met: told.filter(({ met }) => met).map(({ name }) => name),
    unmet: told.filter(({ met }) => !met).map(({ name, reason }) => ({ name, reason })),
  };
  return prompt(asks({ ...said, wants }, { kind: 'done' }));
}

function resultOf(line: string): { name: string; met: boolean; reason: string } | null {
  const found = LINE.exec(line);
  const cleaned = found ? cleanUnitName(found[1]!) : null;
  if (!found || !cleaned) return null;
  const reason = withoutNames((found[3] ?? '').trim(), NAME_MARK).text.slice(0, 300);
  return { name: cleaned.name, met: /^(?:đạt|dat)$/iu.test(found[2]!), reason };
}
