import type { Unit, World } from '../../store/records.ts';
import { assessWords as words } from '../../words/assess-words.ts';
import type { ConversationState } from '../state.ts';
import type { Turn } from '../turn.ts';
import { asksSomething } from './question-or-answer.ts';
import { cleanUnitName } from './unit-name.ts';

type Field = 'name' | 'superior' | 'place';

const SAID =
  /^(tên đơn vị|ten don vi|tên chi bộ|ten chi bo|tên đảng bộ|ten dang bo|đổi tên|cấp trên(?: trực tiếp)?|cap tren(?: truc tiep)?|địa danh|dia danh)\s*(?:là|la|thành|:|：)\s*(\S[\s\S]*)$/iu;

/** “tên đơn vị: …”, “cấp trên: …”, “địa danh: …”, as they stand in documents; null for anything else. */
export function describesUnit(text: string): { field: Field; value: string } | null {
  const found = SAID.exec(text.trim());
  if (!found || asksSomething(text)) return null;
  const field = /^(?:c)/iu.test(found[1]!) ? 'superior' : /^(?:địa|dia)/iu.test(found[1]!) ? 'place' : 'name';
  return { field, value: found[2]! };
}

/** Changes how the unit is called; only its secretary may. */
export function describeUnit(
  state: ConversationState,
  { field, value }: { field: Field; value: string },
  world: World,
): Turn {
  const say = (text: string): Turn => ({ state, replies: [{ text }], changes: [], wants: null, said: null });
  const current = world.assessments.find(({ id }) => id === state.assess.current)?.unit;
  const own =
    world.memberships.find(({ unit }) => unit.id === current) ??
    (world.memberships.length === 1 ? world.memberships[0] : undefined);
  if (!own) return say(words.nothingOpen);
  if (own.role !== 'secretary') return say(words.onlySecretary);
  const cleaned = cleanUnitName(value);
  if (!cleaned) return say(words.unitNoName);
  const described: Partial<Pick<Unit, Field>> = { [field]: cleaned.name };
  return {
    ...say(words.unitDescribed(words.described[field]!, cleaned.name)),
    changes: [{ type: 'unit-described', unit: own.unit.id, ...(described as Record<Field, string>) }],
  };
}
