import { api } from './api.js';
import { h, icon, icons } from './element.js';
import { replyView, retire } from './reply-view.js';
import { keep, kept, newId } from './session.js';
import { words } from './words.js';

const remembered = 60;

/** What was said, in order, and the messages on their way. */
export function createConversation(turns, { ongiveback, onsource, onanswer, onasked }) {
  let queue = Promise.resolve();

  const showReplies = replies => {
    for (const reply of replies) {
      const prompt = promptName(reply.prompt);
      turns.append(replyView(reply, { onsource, onchoice: choice => say({ ...choice, prompt }) }));
    }
    onasked(replies.findLast(reply => reply.choices || reply.prompt) ?? null);
  };
  /** After a submission nothing is being waited for: its choices hold until there are others. */
  const staysOpen = (list, replies) =>
    list.dataset.prompt === 'done' && !replies.some(({ choices }) => choices?.length);
  const record = (...said) => keep('turns', [...kept('turns', []), ...said].slice(-remembered));
  const waitingFor = () => kept('unanswered', []);
  const answered = id =>
    keep(
      'unanswered',
      waitingFor().filter(message => message.id !== id),
    );

  const deliver = async (message, bubble) => {
    const dots = waitingView();
    bubble.element.after(dots);
    dots.scrollIntoView({ block: 'nearest' });
    bubble.state(null);
    try {
      const { id, text, choice, prompt } = message;
      const said = choice === undefined ? { id, text } : { id, choice, prompt };
      const { replies, ownPlan } = await api.send(said);
      answered(id);
      record({ from: 'person', text, id }, { from: 'assistant', replies });
      // Whatever was offered before has been answered now, by a button or in words.
      for (const list of turns.querySelectorAll('.choices')) if (!staysOpen(list, replies)) retire(list);
      dots.remove();
      showReplies(replies);
      bubble.element.scrollIntoView({ block: 'start' });
      onanswer(ownPlan);
    } catch (error) {
      dots.remove();
      if (!error.fixable) {
        bubble.state(error.message, () => enqueue(message, bubble));
        return bubble.element.scrollIntoView({ block: 'nearest' });
      }
      answered(message.id);
      bubble.element.remove();
      ongiveback(message.text, error.message);
    }
  };
  const enqueue = (message, bubble) => {
    queue = queue.then(() => deliver(message, bubble));
  };

  /** `{ text }` as typed, or an offered `{ id, label }` with the name of its prompt. */
  function say({ text, id, label, prompt }) {
    const message = { id: newId(), text: text ?? label, ...(id === undefined ? {} : { choice: id, prompt }) };
    keep('unanswered', [...waitingFor(), message]);
    const bubble = personView(message.text);
    turns.append(bubble.element);
    enqueue(message, bubble);
  }

  return {
    say,
    /** Shows what the server kept, else what this tab kept, then what has not been answered yet. */
    restore(fromServer) {
      const said = fromServer?.length ? fromServer : kept('turns', []);
      for (const turn of said) {
        if (turn.from === 'person') turns.append(personView(turn.text).element);
        else showReplies(turn.replies);
      }
      const lists = [...turns.querySelectorAll('.choices')];
      const last = turns.lastElementChild;
      for (const list of lists)
        if (!last?.contains(list) && !(list === lists.at(-1) && staysOpen(list, []))) retire(list);
      const known = new Set(said.map(turn => turn.id));
      for (const message of waitingFor()) {
        if (known.has(message.id)) {
          answered(message.id);
          continue;
        }
        const bubble = personView(message.text);
        turns.append(bubble.element);
        bubble.state(words.interrupted, () => enqueue(message, bubble));
      }
      return turns.childElementCount > 0;
    },
  };
}

/** `kind`, or `kind:id`: by it an old button is told from one that still holds. */
function promptName(prompt) {
  if (!prompt) return undefined;
  return prompt.id === undefined ? prompt.kind : `${prompt.kind}:${prompt.id}`;
}

function personView(text) {
  const foot = h('div', { class: 'said-foot' });
  const element = h(
    'div',
    { class: 'said' },
    h('p', { class: 'said-words' }, h('span', { class: 'unseen' }, `${words.you} `), h('bdi', {}, text)),
    foot,
  );
  return {
    element,
    /** Null: on its way or answered. */
    state(problem, again) {
      element.classList.toggle('failed', problem !== null);
      if (problem === null) return foot.replaceChildren();
      const button = h('button', { type: 'button', onclick: again }, icon(icons.again), words.again);
      foot.replaceChildren(h('p', { role: 'alert' }, problem), button);
    },
  };
}

function waitingView() {
  const sentence = h('span', { class: 'unseen' }, words.searching);
  const view = h(
    'div',
    { class: 'waiting', 'aria-busy': 'true' },
    sentence,
    h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
  );
  setTimeout(() => {
    sentence.textContent = words.stillSearching;
    sentence.classList.remove('unseen');
  }, 8000);
  return view;
}
