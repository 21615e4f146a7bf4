import { cleanMessage } from '../knowledge/index.ts';
import type { Choice, Inbound } from './channels/channel.ts';
import { choose } from './choose.ts';
import { ask } from './dialogues/ask.ts';
import { assess } from './dialogues/assess/assess.ts';
import type { Asking } from './dialogues/assess/assess-state.ts';
import { asksSomething } from './dialogues/assess/question-or-answer.ts';
import { criteriaChosen, listCriteria } from './dialogues/criteria.ts';
import { asksAboutAssistant, isGreeting, isThanks } from './dialogues/help.ts';
import { codeIn, invitedTo } from './dialogues/join.ts';
import { offerPlans, takePlan } from './dialogues/plans.ts';
import { pastList, pastUndo, remindAnswered, remindChosen } from './dialogues/remind/remind.ts';
import type { RemindState } from './dialogues/remind/remind-state.ts';
import { waitsForAnswer } from './dialogues/remind/remind-state.ts';
import type { ConversationState } from './dialogues/state.ts';
import type { Turn } from './dialogues/turn.ts';
import { chosenPlan } from './plan-choices.ts';
import { criteria, takeCommand } from './take-command.ts';
import { takeErrand } from './take-errand.ts';
import type { AssistantDeps } from './turns.ts';
import { about, aboutReminders, again, digress, say, turn, turnOf } from './turns.ts';
import { assessWords } from './words/assess-words.ts';
import { conversationWords } from './words/conversation-words.ts';
import { remindWords } from './words/remind-words.ts';

/** Longer messages are not read: a question has a few dozen words. */
export const LONGEST_MESSAGE = 4000;

/** One inbound message → what is said, remembered and changed. Pure: time and chance are handed in. */
export function assist(state: ConversationState, inbound: Inbound, deps: AssistantDeps): Turn {
  const { asking } = state.assess;
  const reminding = waitsForAnswer(state.remind);
  const naming = asking?.kind === 'unit' && !reminding;
  if (!naming && (inbound.text?.length ?? 0) > LONGEST_MESSAGE)
    return say(state, conversationWords.tooLong(LONGEST_MESSAGE));
  const choice = chosen(state, inbound);
  const itself = choice?.id ?? inbound.choice;
  // A reminder's button says by itself what it is about, so it need not be among what was offered last.
  const reminded =
    itself === undefined ? null : remindChosen(state, itself, aboutReminders(deps, inbound.person));
  if (reminded) return again(reminded, inbound.person, deps);
  const past = pastList(state);
  if (inbound.choice !== undefined && !choice) return refuse(past, inbound.person, deps);
  if (choice) return takeChoice(past, choice, inbound, deps);

  const text = cleanMessage(inbound.text ?? '');
  // The assistant's own clean-up is not counted against a name, so it goes on as it was typed.
  if (naming && !text.startsWith('/') && codeIn(text, false) === null)
    return walk(past, inbound.text ?? '', inbound.person, deps);
  if (!/[\p{L}\p{N}]/u.test(text) && text !== '?')
    return again(say(past, conversationWords.nothingAsked), inbound.person, deps);
  const command = /^\/(\p{L}+)/u.exec(text)?.[1]?.toLowerCase();
  return (
    (command ? takeCommand(state, command, inbound.person, deps) : null) ??
    (command && !text.includes(' ')
      ? again(say(past, conversationWords.noCommand), inbound.person, deps)
      : null) ??
    (reminding ? takeReminding(state, text, inbound.person, deps) : null) ??
    takeErrand(state, text, inbound.person, deps) ??
    (asking && !asksForPlans(text) ? walk(past, text, inbound.person, deps) : null) ??
    takeQuestion(past, text, deps)
  );
}

/** A text while something is asked about a reminder: its answer, an errand, or a question from outside. */
function takeReminding(state: ConversationState, text: string, person: string, deps: AssistantDeps): Turn {
  const answered = remindAnswered(state, { choice: null, text }, aboutReminders(deps, person));
  if (answered) return again(answered, person, deps);
  const errand = takeErrand(state, text, person, deps);
  if (errand) return errand;
  const question = asksForPlans(text) || asksSomething(text) || text.split(' ').length >= 4;
  const step = question ? takeQuestion(state, text, deps) : say(state, remindWords.chooseOne);
  return again(step, person, deps);
}

/** The code that a message types, so that its invitation can be looked up before. */
export function codeTyped(state: ConversationState, { text }: Inbound): string | null {
  return text === undefined ? null : codeIn(cleanMessage(text.slice(0, 100)), !state.assess.values);
}

function chosen(state: ConversationState, inbound: Inbound): Choice | null {
  const { assess, remind } = state;
  const asking = remind.asking === null ? assess.asking : null;
  const values = remind.asking === null ? assess.values : remind.values;
  // Where values are typed, “2” is two, not the second choice.
  if (
    inbound.choice === undefined &&
    values &&
    asking?.kind !== 'edit' &&
    /^\D{0,5}\d+[.)]?$/.test(inbound.text?.trim() ?? '')
  ) {
    const typed = asking?.kind === 'which' ? inbound.text!.trim() : null;
    return state.offered.find(({ label }) => label === typed) ?? null;
  }
  return choose(state.offered, inbound);
}

/** A button of another prompt than the one being asked. */
function isOld(asking: Asking | null, { prompt }: Inbound): boolean {
  if (prompt === undefined || asking === null) return false;
  return prompt !== ('id' in asking ? `${asking.kind}:${asking.id}` : asking.kind);
}

/** A button of an earlier question about reminders. */
function isEarlier({ asking, count }: RemindState, { prompt }: Inbound): boolean {
  return prompt !== undefined && prompt !== asking!.kind && prompt !== `${asking!.kind}:${count}`;
}

/** An old button changes nothing; what is being asked stands again, so that nobody is left without buttons. */
function refuse(state: ConversationState, person: string, deps: AssistantDeps): Turn {
  const { asking } = state.assess;
  return again(say(state, asking ? assessWords.oldChoice : conversationWords.oldChoice), person, deps);
}

function takeChoice(state: ConversationState, choice: Choice, inbound: Inbound, deps: AssistantDeps): Turn {
  const { person } = inbound;
  const plan = chosenPlan(choice);
  if (plan) return again(planChosen(state, plan, person, deps), person, deps);
  const criteria = criteriaChosen(choice.id);
  if (criteria) {
    const reply = listCriteria(
      deps.knowledge.plan(criteria.plan)!,
      deps.shelf.of(criteria.plan),
      criteria.subject,
    );
    return again(turn({ ...state, offered: [] }, [reply]), person, deps);
  }
  const invited = invitedTo(state, choice.id, { ...deps, person, code: deps.fresh.code });
  if (invited) return again(invited, person, deps);
  if (waitsForAnswer(state.remind)) {
    const answered = isEarlier(state.remind, inbound)
      ? null
      : remindAnswered(state, { choice: choice.id, text: '' }, aboutReminders(deps, person));
    return answered ? again(answered, person, deps) : refuse(state, person, deps);
  }
  // Only what a self-assessment offers stands under its prompt; a plan or criteria may be offered in its middle.
  if (isOld(state.assess.asking, inbound)) return refuse(state, person, deps);
  const chose = pastUndo(assess(state, { choice: choice.id, text: '' }, about(deps, person)));
  const taken = digress(chose, person, deps);
  // Nobody asks for it any more.
  return taken.replies.length > 0 ? taken : refuse({ ...state, offered: [] }, person, deps);
}

/** A text while something is being asked. */
function walk(state: ConversationState, text: string, person: string, deps: AssistantDeps): Turn {
  const courtesy = isGreeting(text) || (isThanks(text) && /c[ảáa]m [ơo]n|thank|tks/iu.test(text));
  if (courtesy && state.assess.asking?.kind !== 'unit')
    return again(say(state, conversationWords.thanks), person, deps);
  return digress(pastUndo(assess(state, { choice: null, text }, about(deps, person))), person, deps);
}

function takeQuestion(state: ConversationState, text: string, deps: AssistantDeps): Turn {
  const { knowledge } = deps;
  if (asksForPlans(text)) return turnOf(offerPlans(state, knowledge));
  // Whoever does not want to choose a plan says so.
  if (state.waiting !== null && /^(?:hủy|huỷ|huy|thôi|thoi)[.!]?$/iu.test(text))
    return say({ ...state, waiting: null, offered: [] }, conversationWords.cancelled);
  if (isGreeting(text)) return say(state, `${conversationWords.welcome}\n\n${conversationWords.help}`);
  if (isThanks(text)) return say(state, conversationWords.thanks);
  if (asksAboutAssistant(text)) return say(state, `${conversationWords.whoIAm}\n\n${conversationWords.help}`);
  const own = knowledge.planSaid(text);
  if (own && (own.alone || state.waiting || saysWhereFrom(text))) {
    // A place alone after an answer goes on from it (“còn Quảng Bình?”), unless plans were just offered.
    const offered = state.offered.some(choice => chosenPlan(choice) !== null);
    if (own.alone && !offered && !state.waiting && state.plan && state.lastQuestion && !saysWhereFrom(text))
      return turnOf(ask(state, text, deps));
    return planChosen(state, own.plan, '', deps);
  }
  return turnOf(ask(state, text, deps));
}

/** The plan is taken; a question, or a command, that waited for it is answered at once. */
function planChosen(state: ConversationState, id: string, person: string, deps: AssistantDeps): Turn {
  const taken = takePlan(state, id, deps.knowledge);
  if (!state.waiting) return turnOf(taken);
  const freed = { ...taken.state, waiting: null };
  const answered =
    state.waiting === '/tieuchi' ? criteria(freed, person, deps) : ask(freed, state.waiting, deps);
  return turn(answered.state, [...taken.replies, ...answered.replies]);
}

/** “em ở xã Phước Vân, Cần Đước”: where somebody belongs, no question. */
function saysWhereFrom(text: string): boolean {
  return (
    !/[?？]/u.test(text) &&
    /^(?:dạ |vâng |thưa )*(?:em|tôi|mình|tui|chúng tôi|(?:chi bộ|đơn vị|đảng bộ) (?:em|tôi|mình|tui)) (?:là \p{L}+(?: \p{L}+){0,4} )?(?:ở|thuộc|bên|tại|công tác|sinh hoạt)(?!\p{L})/iu.test(
      text,
    )
  );
}

function asksForPlans(text: string): boolean {
  return /^(đổi|doi|chọn|chon|thay) (lại )?(kế hoạch|ke hoach|văn bản|van ban|huyện|đảng bộ)/iu.test(text);
}
