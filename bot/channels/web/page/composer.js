import { keep, kept } from './session.js';
import { words } from './words.js';

/** The box a person types in. Enter sends, but never while Telex or VNI is still putting a letter together. */
export function createComposer(form, { onsend }) {
  const box = form.querySelector('textarea');
  const button = form.querySelector('button[type="submit"]');
  const error = form.querySelector('[role="alert"]');
  const invitation = box.placeholder;
  const grows = CSS.supports('field-sizing', 'content');

  const changed = () => {
    button.setAttribute('aria-disabled', String(box.value.trim() === ''));
    keep('draft', box.value);
    if (grows) return;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
  };
  const submit = () => {
    const text = box.value.trim();
    if (text === '') return box.focus();
    box.value = '';
    error.textContent = '';
    changed();
    onsend(text);
  };

  box.addEventListener('input', () => {
    error.textContent = '';
    changed();
  });
  box.addEventListener('keydown', event => {
    // 229 is how Safari and older Android keyboards say that a letter is still being composed.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || composing) return;
    event.preventDefault();
    if (!event.repeat) submit();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    submit();
  });

  box.value = kept('draft', '');
  changed();

  return {
    /** Gives back what could not be taken, with the reason; what has been typed meanwhile stays behind it. */
    giveBack(text, reason) {
      box.value = box.value.trim() === '' ? text : `${text}\n${box.value}`;
      changed();
      error.textContent = reason;
      box.focus();
    },
    say(sentence) {
      error.textContent = sentence;
    },
    /** What the assistant waits for, null: nothing. Where it is typed, whoever has a keyboard at hand may go on typing. */
    expect(asked, { now }) {
      box.placeholder = asked ? words.answerHere : invitation;
      if (!now || asked?.numbered !== false) return;
      const at = document.activeElement;
      const typing = form.contains(at);
      // On a phone the keyboard would cover the question, so it only stays where it was already open.
      const free = at === document.body || at?.closest('.choices');
      if (typing || (free && matchMedia('(pointer: fine)').matches)) box.focus({ preventScroll: true });
    },
  };
}
