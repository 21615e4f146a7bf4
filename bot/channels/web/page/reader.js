import { api } from './api.js';
import { h } from './element.js';
import { planList } from './plan-list.js';
import { planText } from './plan-text.js';
import { createReaderBar } from './reader-bar.js';
import { createSheet } from './sheet.js';
import { words } from './words.js';

const start = { plan: null, cited: null };

/**
 * The document beside the conversation. What it shows is kept in the browser's history, so that the phone's
 * back gesture leads from a document to the conversation and not away from the page.
 */
export function createReader({ aside, bar, body, talk, ownPlan }) {
  let shown = null;
  let opener = null;
  const readerBar = createReaderBar(bar, { onback: leave });
  const sheet = createSheet({
    aside,
    talk,
    masthead: document.getElementById('masthead'),
    onescape: () => readerBar.closeContents() || leave(),
  });

  function open(state, from) {
    const already = history.state?.reader;
    if (from && !aside.contains(from)) opener = from;
    if (already) history.replaceState({ reader: state }, '');
    else history.pushState({ reader: state }, '');
    return show(state, { focus: true });
  }

  function leave() {
    if (history.state?.reader) history.back();
  }

  async function show(state, { focus }) {
    shown = state;
    sheet.toggle(Boolean(history.state?.reader));
    readerBar.showNothing();
    body.setAttribute('aria-busy', 'true');
    try {
      const [{ plans }, plan] = await Promise.all([api.plans(), state.plan && api.plan(state.plan)]);
      // Somebody quick has opened another one meanwhile.
      if (shown !== state) return;
      const first = plan ? fillWithPlan(plan, state.cited) : fillWithList(plans);
      if (focus) first.focus({ preventScroll: true });
    } catch (error) {
      if (shown === state) fillWithFailure(error, state);
    } finally {
      body.removeAttribute('aria-busy');
    }
  }

  function fillWithList(plans) {
    const list = planList(plans, {
      own: ownPlan(),
      onopen: (plan, from) => open({ plan: plan.id, cited: null }, from),
    });
    body.replaceChildren(list);
    body.scrollTop = 0;
    return list.querySelector('h2');
  }

  function fillWithPlan(plan, cited) {
    const { article, headings, marks } = planText(plan, cited);
    readerBar.show(plan, headings);
    body.replaceChildren(article);
    body.scrollTop = 0;
    const [mark] = marks;
    if (!mark) return article.querySelector('h2');
    bringIntoView(mark);
    // The serif may only arrive now and move the lines.
    document.fonts.ready.then(() => shown?.cited === cited && bringIntoView(mark));
    return mark;
  }

  function fillWithFailure(error, state) {
    const again = h(
      'button',
      { type: 'button', onclick: () => show(state, { focus: true }) },
      words.tryAgain,
    );
    body.replaceChildren(
      h(
        'div',
        { class: 'reader-failure', role: 'alert' },
        h('p', {}, `${words.cannotRead} ${error.message}`),
        again,
      ),
    );
  }

  function bringIntoView(mark) {
    const tall = mark.getBoundingClientRect().height > body.clientHeight * 0.7;
    mark.scrollIntoView({ block: tall ? 'start' : 'center' });
  }

  window.addEventListener('popstate', async () => {
    await show(history.state?.reader ?? start, { focus: Boolean(history.state?.reader) });
    if (!history.state?.reader) opener?.focus({ preventScroll: true });
  });

  return {
    open,
    openSource: (source, from) =>
      open({ plan: source.plan, cited: { start: source.start, end: source.end } }, from),
    openList: from => open(start, from),
    /** After a reload: what was open, else the list. */
    restore: () => show(history.state?.reader ?? start, { focus: false }),
    /** The list names the person's own plan, which may have changed. */
    refresh: () => shown?.plan === null && show(shown, { focus: false }),
  };
}
