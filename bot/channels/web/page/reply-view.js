import { copy } from './copy.js';
import { h, icon, icons } from './element.js';
import { proseView, questionView } from './prose.js';
import { words } from './words.js';

/** One reply as it is read: words, quotations with their source, notices, choices. */
export function replyView(reply, { onsource, onchoice }) {
  const blocks = reply.blocks?.length ? reply.blocks : [{ kind: 'text', text: reply.text }];
  const quotes = blocks.filter(block => block.kind === 'quote');
  return h(
    'article',
    { class: isBrief(reply) ? 'reply brief' : 'reply' },
    h('p', { class: 'unseen' }, words.assistant),
    questionView(reply) ?? sections(blocks).map(section => sectionView(section, onsource)),
    reply.document && documentView(reply.document),
    reply.choices?.length && choicesView(reply, onchoice),
    quotes.length > 0 && copyButton(reply.text),
  );
}

/** “Đã ghi: 9/10 – đáp ứng.” and the like is a nod on the way, not a page to read. */
function isBrief({ text, blocks, choices, document }) {
  return !blocks?.length && !choices?.length && !document && text.length <= 60 && !text.includes('\n');
}

/** A heading and what follows it belong together: in a comparison, one plan each. */
function sections(blocks) {
  const all = [{ heading: null, blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading') all.push({ heading: block.text, blocks: [] });
    else all.at(-1).blocks.push(block);
  }
  return all.filter(section => section.heading !== null || section.blocks.length > 0);
}

function sectionView({ heading, blocks }, onsource) {
  let named = heading;
  const views = blocks.map(block => {
    const view = blockView(block, { named, onsource });
    if (block.kind === 'quote') named = block.source.document;
    return view;
  });
  return heading === null ? views : h('section', { class: 'part' }, h('h3', {}, heading), views);
}

function blockView(block, shared) {
  if (block.kind === 'quote') return quoteView(block.source, shared);
  if (block.kind === 'notice') return h('p', { class: 'notice' }, block.text);
  return proseView(block.text);
}

function quoteView(source, { named, onsource }) {
  const open = h(
    'button',
    { type: 'button', class: 'source', onclick: () => onsource(source, open) },
    h('span', { class: 'source-label' }, labelView(source, named)),
    h('span', { class: 'source-open' }, words.openSource, icon(icons.open)),
  );
  return h(
    'figure',
    { class: 'quote' },
    h('blockquote', {}, h('p', {}, source.quote.replace(/\n{2,}/g, '\n'))),
    h('figcaption', {}, open),
  );
}

/** The address stands out. A document that has just been named, above or by the last quotation, is not named again. */
function labelView({ label, document, address }, named) {
  if (!address || !label.endsWith(address)) return label;
  if (named === document) return h('strong', {}, address[0].toUpperCase() + address.slice(1));
  return [label.slice(0, -address.length), h('strong', {}, address)];
}

function documentView({ name, path }) {
  return h(
    'p',
    {},
    h(
      'a',
      { class: 'download', href: path, download: name },
      icon(icons.save),
      h('span', {}, h('strong', {}, words.download), ` ${name}`),
    ),
  );
}

/** What steers a self-assessment stands apart from the answers, and takes less room. */
const steering = new Set(['back', 'skip', 'clause', 'help', 'review', 'leave']);

function choicesView({ choices, prompt, numbered = true }, onchoice) {
  const choose = (choice, event) => {
    const list = event.currentTarget.closest('.choices');
    if (list.dataset.used !== undefined) return;
    event.currentTarget.append(h('span', { class: 'unseen' }, `, ${words.chosen}`));
    event.currentTarget.classList.add('chosen');
    retire(list);
    onchoice(choice);
  };
  const item = (choice, index) => ({
    steers: prompt?.kind === 'requirement' && steering.has(choice.id),
    view: h(
      'li',
      {},
      h(
        'button',
        { type: 'button', onclick: event => choose(choice, event) },
        numbered && h('span', { class: 'number', 'aria-hidden': 'true' }, String(index + 1)),
        h('bdi', {}, choice.label),
      ),
    ),
  });
  const items = choices.map(item);
  const list = (kind, some) =>
    some.length > 0 &&
    h(
      'ol',
      { role: 'list', class: kind },
      some.map(({ view }) => view),
    );
  return h(
    'div',
    { class: 'choices', 'data-prompt': prompt?.kind },
    numbered && h('p', { class: 'choices-hint' }, words.choices),
    list(
      'offers',
      items.filter(({ steers }) => !steers),
    ),
    list(
      'steers',
      items.filter(({ steers }) => steers),
    ),
  );
}

/** A choice is made once. Not `disabled`: the button that was pressed keeps the keyboard's place. */
export function retire(choices) {
  choices.dataset.used = '';
  for (const button of choices.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
}

function copyButton(text) {
  const label = h('span', {}, words.copy);
  const button = h('button', { type: 'button', class: 'quiet copy' }, icon(icons.copy), label);
  const status = h('span', { class: 'copy-status', role: 'status' });
  button.addEventListener('click', async () => {
    const copied = await copy(text);
    button.firstChild.replaceWith(icon(copied ? icons.done : icons.copy));
    status.textContent = copied ? words.copied : words.notCopied;
    setTimeout(() => {
      button.firstChild.replaceWith(icon(icons.copy));
      status.textContent = '';
    }, 6000);
  });
  return h('p', { class: 'reply-foot' }, button, status);
}
