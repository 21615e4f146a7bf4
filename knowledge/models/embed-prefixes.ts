/** What some families of models want before a question and before a passage; without it they find far less. */
const FAMILIES: { name: RegExp; question: string; passage: string }[] = [
  { name: /\be5-(small|base|large)\b(?!.*instruct)/i, question: 'query: ', passage: 'passage: ' },
  { name: /\bnomic-embed-text\b/i, question: 'search_query: ', passage: 'search_document: ' },
];

/** The prefixes of a model, by its name; empty for models that want none. */
export function embedPrefixes(model: string): { question: string; passage: string } {
  return FAMILIES.find(({ name }) => name.test(model)) ?? { question: '', passage: '' };
}
