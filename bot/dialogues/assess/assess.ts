import { assessWords as words } from '../../words/assess-words.ts';
import type { ConversationState } from '../state.ts';
import type { Turn } from '../turn.ts';
import { tookResults } from './announce.ts';
import { correctInWords, tookCandidate, tookConfirm, tookOver, tookReason, tookWhich } from './asides.ts';
import type { Asking } from './assess-state.ts';
import { begin, chooseAnother, leavePlace } from './begin.ts';
import { controlSaid } from './controls.ts';
import { keptText } from './names-kept-out.ts';
import { backInOpening, tookOpening } from './opening.ts';
import { newsOf, tellNews } from './others-news.ts';
import { prompt } from './prompt.ts';
import { asksSomething } from './question-or-answer.ts';
import { withoutNote } from './read/read-typed.ts';
import { tookDocument, tookReview } from './reviewing.ts';
import { tellRulebookChange } from './rulebook-change.ts';
import type { AssessDeps, Said, Scene } from './scene.ts';
import { asks, offers, say, scene, sight, withAssess } from './scene.ts';
import { mayAnswer, stepOf } from './sight.ts';
import { likeAQuestion, tookTyped } from './typed-on-requirement.ts';
import { choseOnRequirement, noteOnLast } from './walk.ts';

/** A turn, and a question that it leaves to be answered as outside. */
export interface AssessTurn extends Turn {
  digression: string | null;
}

const OPENING = new Set<Asking['kind']>(['assessment', 'plan', 'subject', 'unit', 'year']);

/** Opens a self-assessment, or goes on with one: /danhgia. */
export function beginAssessment(state: ConversationState, deps: AssessDeps): AssessTurn {
  const at = newsOf(scene(state, deps));
  return turn(begin(at), null);
}

/** Takes what was done while something is being asked. */
export function assess(state: ConversationState, said: Said, deps: AssessDeps): AssessTurn {
  const { asking } = state.assess;
  const kept = keptText(asking, said.text);
  const start = tellRulebookChange(newsOf(scene(state, deps)));
  const taken = take(start, { ...said, text: kept.text });
  if (!kept.found) return turn(taken, kept.log === said.text ? null : kept.log);
  // A question may name somebody whom the plan names; answers and notes do not.
  if (taken.digression !== null && taken.changes.length === 0)
    return turn({ ...taken, digression: said.text }, null);
  return turn({ ...taken, replies: [{ text: words.nameSeen }, ...taken.replies] }, kept.text);
}

/** Leaves what is going on; everything is kept. */
export function leaveAssessment(state: ConversationState, deps: AssessDeps): AssessTurn {
  return turn(leave(scene(state, deps)), null);
}

/** The prompt again, after something else was said. */
export function promptAgain(state: ConversationState, deps: AssessDeps): AssessTurn {
  const at = scene(state, deps);
  const again = prompt(at, { brief: true });
  // After a submission nothing is being waited for: the choices stay, the words need not be said again.
  return turn(state.assess.asking?.kind === 'done' ? { ...again, replies: [] } : again, null);
}

function take(at: Scene, said: Said): Scene {
  const { asking } = at.state.assess;
  if (asking === null) return at;
  const control = said.choice ?? controlSaid(said.text);
  if (OPENING.has(asking.kind)) {
    if (control === 'leave') return leave(at);
    if (control === 'back') return backInOpening(at);
    // A name may sound like anything; only with its mark is it a question.
    const asked = asksSomething(said.text) && (asking.kind !== 'unit' || /[?？]/u.test(said.text));
    if (said.choice === null && asked) return { ...at, digression: said.text };
    return tookOpening(at, said) ?? aside(at, said);
  }
  if (!sight(at) || ('id' in asking && !stepOf(sight(at)!, asking.id))) return lost(at);
  if (control === 'leave') return leave(at);
  if (control === 'another') return chooseAnother(at);
  if (control === 'over') return over(at, asking);
  const document = asking.kind === 'reason' ? null : tookDocument(at, control);
  if (document) return document;
  const { text, note } = withoutNote(said.text);
  if (asking.kind !== 'reason' && text === '' && note !== undefined) return noteOnLast(at, note);
  return takeAsked(at, asking, said) ?? aside(at, said);
}

function takeAsked(at: Scene, asking: Asking, said: Said): Scene | null {
  switch (asking.kind) {
    case 'requirement':
      return said.choice === null
        ? tookTyped(at, asking, said.text)
        : choseOnRequirement(at, asking, said.choice);
    case 'reason':
      if (said.choice === null && controlSaid(said.text) === 'back')
        return tookReason(at, asking, { ...said, choice: 'back' });
      return said.choice === null && asksSomething(said.text)
        ? { ...at, digression: said.text }
        : tookReason(at, asking, said);
    case 'which':
      return tookWhich(at, asking, said);
    case 'confirm':
      return tookConfirm(at, asking, said) ?? saidInstead(at, asking, said);
    case 'candidates':
      return tookCandidate(at, asking, said);
    case 'announce':
      return said.choice === null && asksSomething(said.text) && !said.text.includes('\n')
        ? { ...at, digression: said.text }
        : tookResults(at, said);
    case 'over':
      return tookOver(at, asking, said);
    default:
      return tookReview(at, said);
  }
}

/** Instead of yes or no to what was read by other means, the answer may be said again. */
function saidInstead(
  at: Scene,
  { read, back }: Extract<Asking, { kind: 'confirm' }>,
  said: Said,
): Scene | null {
  if (!read || back.kind !== 'requirement' || said.choice !== null) return null;
  return tookTyped(asks(at, back), back, said.text);
}

/** What is no answer to what is asked: a question, a correction, or not understood. */
function aside(at: Scene, { text }: Said): Scene {
  const { asking } = at.state.assess;
  const opening = OPENING.has(asking!.kind);
  if (asksSomething(text)) return { ...at, digression: text };
  const corrected = opening || asking!.kind === 'confirm' ? null : correctInWords(at, asking!, text);
  if (corrected) return corrected;
  if (asking!.kind === 'done' || likeAQuestion(at, text)) return { ...at, digression: text };
  return prompt(say(at, words.chooseOne), { brief: true });
}

function leave(at: Scene): Scene {
  const { asking, current } = at.state.assess;
  const seen = sight(at);
  const left = withAssess(leavePlace(at), { asking: null, draft: null });
  if (asking === null || OPENING.has(asking.kind) || !seen || current === null) {
    return offers(say(left, words.leftSetup), []);
  }
  const answered = seen.steps.filter(({ requirement }) => Object.hasOwn(seen.answers, requirement.id)).length;
  return offers(say(left, words.left(answered, seen.steps.length)), []);
}

function over(at: Scene, asking: Asking): Scene {
  const seen = sight(at)!;
  if (!mayAnswer(seen)) return prompt(say(at, words.readOnly), { brief: true });
  if (Object.keys(seen.answers).length === 0) return prompt(say(at, words.overNothing), { brief: true });
  const back = asking.kind === 'over' ? asking.back : asking;
  return prompt(asks(at, { kind: 'over', back }));
}

/** The requirement or the whole self-assessment that was asked about is no longer there. */
function lost(at: Scene): Scene {
  return begin(asks(at, null));
}

function turn(at: Scene, said: string | null): AssessTurn {
  const { state, replies, changes, wants, digression, unread } = tellNews(at);
  return { state, replies, changes, wants, said, digression, ...(unread ? { unread } : {}) };
}
