import { h } from './element.js';
import { planName, planOrigin } from './plan-name.js';
import { words } from './words.js';

const smallPrint = ['number', 'place-date', 'letterhead'];

/** A whole document, clause by clause, with the cited words marked. `cited` is `{ start, end }` or null. */
export function planText(plan, cited) {
  const marks = [];
  const headings = [];
  const parts = [];
  let at = 0;
  for (const clause of plan.clauses) {
    // Words that no clause claims are still words of the document.
    const between = plan.text.slice(at, clause.start).trim();
    if (between !== '') parts.push(h('p', { class: 'clause paragraph' }, between));
    const element = clauseView(plan, clause, cited, marks);
    parts.push(element, ...notesView(plan, clause));
    if (clause.kind === 'heading' || clause.kind === 'template') headings.push({ clause, element });
    at = Math.max(at, clause.end);
  }
  const article = h(
    'article',
    { class: 'document' },
    h(
      'header',
      { class: 'document-head' },
      h('h2', { tabindex: '-1' }, planName(plan)),
      h('p', {}, planOrigin(plan)),
    ),
    plan.statusNote !== null && h('p', { class: 'notice' }, plan.statusNote),
    h('div', { class: 'document-text' }, parts),
  );
  return { article, headings, marks };
}

function clauseView(plan, clause, cited, marks) {
  const content = pieces(plan.text, clause, cited, marks);
  const level = Math.min(clause.level, 4);
  const attributes = { class: `clause ${clause.kind} level-${level}`, tabindex: '-1' };
  if (clause.kind === 'title') return h('h3', attributes, content);
  if (clause.kind === 'heading' || clause.kind === 'template')
    return h(`h${3 + Math.min(level, 3)}`, attributes, content);
  if (clause.kind === 'stamp') return stampView(attributes, content);
  if (smallPrint.includes(clause.kind)) attributes.class += ' small';
  return h('p', attributes, content);
}

/** The clause's own words; what is cited of them as a <mark>, collected in `marks`. */
function pieces(text, { start, end }, cited, marks) {
  // Blank lines within a clause are how the file was typed, nothing that is read.
  const read = (a, b) => text.slice(a, b).replace(/\n{2,}/g, '\n');
  const from = Math.max(start, cited?.start ?? end);
  const to = Math.min(end, cited?.end ?? start);
  if (from >= to) return [read(start, end)];
  const mark = h(
    'mark',
    { tabindex: '-1' },
    h('span', { class: 'unseen' }, `${words.highlighted} `),
    read(from, to),
  );
  marks.push(mark);
  return [read(start, from), mark, read(to, end)].filter(piece => piece !== '');
}

function stampView(attributes, stamp) {
  return h('p', attributes, h('span', { class: 'stamp-hint' }, words.stamp), stamp);
}

/** Remarks on words that stand wrong in the document and are left as they stand. */
function notesView({ text, notes }, { start, end }) {
  const own = text.slice(start, end);
  return notes
    .filter(({ quote }) => own.includes(quote))
    .map(({ note }) => h('p', { class: 'remark' }, `${words.note} ${note}`));
}
