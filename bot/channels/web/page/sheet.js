/**
 * On a phone the document covers the conversation and is a dialog; beside it, on a desk, it is a neighbour.
 * What is covered cannot be reached by keyboard or screen reader.
 */
export function createSheet({ aside, talk, masthead, onescape }) {
  const narrow = matchMedia('(max-width: 899.98px)');
  let open = false;

  const apply = () => {
    const covers = open && narrow.matches;
    aside.toggleAttribute('data-open', open);
    talk.inert = covers;
    masthead.inert = covers;
    aside.setAttribute('role', covers ? 'dialog' : 'complementary');
    if (covers) aside.setAttribute('aria-modal', 'true');
    else aside.removeAttribute('aria-modal');
  };

  narrow.addEventListener('change', apply);
  aside.addEventListener('keydown', event => {
    if (event.key === 'Escape') onescape();
  });

  return {
    toggle(wanted) {
      open = wanted;
      apply();
    },
  };
}
