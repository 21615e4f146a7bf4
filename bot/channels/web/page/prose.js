import { h } from './element.js';
import { words } from './words.js';

const names = '(?:Tiêu chí|Mục|Chỉ tiêu|Điều kiện)';
const kinds = {
  progress: /^\((\d+)\/(\d+)\) (.+)$/,
  row: /^ *(\d+)\. ([✓✗?–]) ([^:]+): (.+)$/,
  criterion: new RegExp(`^([✓✗?–]) (${names}(?: \\S+)?\\. .+)$`),
  item: /^– (.+)$/,
  entry: /^(\d+\. )(.+)$/,
  legend: /^✓ .+ · ✗ /,
  result: /^Kết quả(?: lúc này)?: /,
};

/** Plain text as it is read: paragraphs, lists, and the lines of a review with their signs. */
export function proseView(text) {
  const parts = [];
  let open = null;
  const into = (kind, make) => {
    if (open?.kind !== kind) {
      open = { kind, element: make(), lines: [] };
      parts.push(open);
    }
    return open;
  };
  for (const line of text.split('\n')) {
    const [kind, found] = kindOf(line);
    if (kind === 'blank') open = null;
    else if (kind === 'row' || kind === 'criterion') {
      const list = into('table', () => h('ul', { class: 'outcomes', role: 'list' }));
      list.element.append(kind === 'row' ? rowView(found) : criterionView(found));
    } else if (kind === 'item' || kind === 'entry') {
      if (open?.kind === 'text') open.element.classList.toggle('lead', isLead(open.lines));
      const list = into(kind, () => listView(kind));
      list.element.append(kind === 'item' ? h('li', {}, found[1]) : entryView(found));
    } else {
      const paragraph = into(kind, () => h('p', { class: kind === 'text' ? 'words' : `words ${kind}` }));
      paragraph.lines.push(line);
      paragraph.element.textContent = paragraph.lines.join('\n');
    }
  }
  return parts.map(({ element }) => element);
}

/** A question of a self-assessment: how far one is, what is asked, and quietly how to answer. Null: it is none. */
export function questionView({ text, prompt }) {
  const [first, , question, ...hints] = text.split('\n');
  const found = prompt?.kind === 'requirement' ? kinds.progress.exec(first) : null;
  if (!found || !question) return null;
  const [, number, total, criterion] = found;
  return [
    h(
      'div',
      { class: 'progress' },
      h('p', {}, h('strong', {}, words.step(number, total)), ` · ${criterion}`),
      h('progress', { value: number, max: total, 'aria-hidden': 'true' }),
    ),
    h('p', { class: 'words asked' }, question),
    hints.length > 0 && h('p', { class: 'words hint' }, hints.join('\n')),
  ];
}

/** Numbers are part of the words: a list goes on with them after a heading. */
const listView = kind =>
  kind === 'item' ? h('ul', { class: 'dashes', role: 'list' }) : h('ol', { class: 'entries', role: 'list' });

/** “Còn thiếu số liệu:” over a list. */
function isLead(lines) {
  return lines.length === 1 && lines[0].length <= 60 && lines[0].endsWith(':');
}

function kindOf(line) {
  if (line.trim() === '') return ['blank', null];
  for (const kind of ['row', 'criterion', 'item', 'entry', 'legend', 'result']) {
    const found = kinds[kind].exec(line);
    if (found) return [kind, found];
  }
  return ['text', null];
}

const entryView = ([, number, said]) => h('li', {}, h('span', { class: 'entry-number' }, number), said);

const criterionView = ([, sign, title]) =>
  h('li', { class: 'criterion' }, signView(sign), h('span', {}, title));

const rowView = ([, number, sign, title, said]) =>
  h(
    'li',
    {},
    signView(sign),
    h('span', {}, h('span', { class: 'row-number' }, `${number}.`), ` ${title}: `, h('strong', {}, said)),
  );

const outcomes = { '✓': 'met', '✗': 'unmet', '?': 'unknown', '–': 'na' };

/** Told apart by its shape, by its colour, and by a word for who listens. */
function signView(sign) {
  const outcome = outcomes[sign];
  return h('span', { class: `sign ${outcome}`, role: 'img', 'aria-label': words.outcomes[outcome] }, sign);
}
