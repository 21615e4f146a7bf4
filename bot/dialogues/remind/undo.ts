import { remindItemWords } from '../../words/remind-item-words.ts';
import { remindWords as words } from '../../words/remind-words.ts';
import type { Scene } from './scene.ts';
import { did, does, maySettle, say, withRemind } from './scene.ts';

/** Takes back the last action; `no`: the one a button was offered for. */
export function undoLast(at: Scene, no: number | null): Scene {
  const { undo } = at.state.remind;
  if (!undo) return say(at, words.nothingToUndo);
  if (no !== null && undo.no !== no) return say(at, words.onlyLast);
  const allowed = undo.changes.every(
    change => !('unit' in change) || typeof change.unit !== 'string' || maySettle(at, change.unit),
  );
  if (!allowed) return say(withRemind(at, { undo: null }), remindItemWords.onlyOfficers);
  const undone = does(withRemind(at, { undo: null }), ...undo.changes);
  return did(undone, words.undone(undo.said), []);
}
