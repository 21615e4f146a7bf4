import { words } from './words.js';

/** The server understood and said no, in a sentence for the person. `fixable`: what was typed has to change. */
export class Refusal extends Error {
  constructor(sentence, status) {
    super(sentence);
    this.fixable = status >= 400 && status < 500;
  }
}

const patience = 60_000;

/** Rejects with a sentence that can be shown as it is. */
async function call(path, message, wait = patience) {
  const options = message && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(message),
  };
  const response = await fetch(path, { ...options, signal: AbortSignal.timeout(wait) }).catch(() => {
    throw new Error(words.offline);
  });
  const body = await response.json().catch(() => null);
  if (response.ok && body) return body;
  if (response.status === 401) location.assign('/sign-in.html');
  throw new Refusal(body?.error ?? words.unexpected, response.status);
}

const plans = new Map();

export const api = {
  /** Whoever opens the page wants to ask, not to wait for what was said before. */
  history: () => call('/api/history', null, 8000),
  send: message => call('/api/messages', message),
  plans: () => remember('/api/plans'),
  plan: id => remember(`/api/plans/${encodeURIComponent(id)}`),
};

/** Plans do not change while a page is open; a failure is not kept. */
function remember(path) {
  if (!plans.has(path)) {
    const answer = call(path);
    plans.set(path, answer);
    answer.catch(() => plans.delete(path));
  }
  return plans.get(path);
}
