import { describe, expect, it } from 'vitest';
import { builtInRulebooks, loadRulebooks } from '../../evaluators/index.ts';
import { reminderEdition } from './edition.ts';

const rulebooks = [...loadRulebooks(builtInRulebooks).rulebooks.values()];
const nobody = () => false;

describe('the edition that reminders are decided by', () => {
  it('[N18] is another as soon as a duty, a plan’s standing or the channels are others', () => {
    const edition = reminderEdition(rulebooks, nobody, ['telegram', 'zalo-bot']);
    expect(reminderEdition(rulebooks, nobody, ['zalo-bot', 'telegram'])).toBe(edition);
    const [first, ...others] = rulebooks;
    const fewer = { ...first!, duties: first!.duties.slice(1) };
    expect(reminderEdition([fewer, ...others], nobody, ['telegram', 'zalo-bot'])).not.toBe(edition);
    expect(reminderEdition(rulebooks, plan => plan === first!.id, ['telegram', 'zalo-bot'])).not.toBe(
      edition,
    );
    expect(reminderEdition(rulebooks, nobody, ['telegram'])).not.toBe(edition);
  });
});
