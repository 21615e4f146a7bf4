import { words } from './words.js';

const form = document.getElementById('sign-in');
const field = document.getElementById('secret');
const error = document.getElementById('sign-in-error');
const button = form.querySelector('button');
let busy = false;

form.addEventListener('submit', async event => {
  event.preventDefault();
  if (busy) return;
  if (field.value.trim() === '') return field.focus();
  error.textContent = '';
  busy = true;
  button.setAttribute('aria-disabled', 'true');
  const refusal = await enter(field.value);
  busy = false;
  button.removeAttribute('aria-disabled');
  if (refusal === null) return location.replace('/');
  error.textContent = refusal;
  field.select();
  field.focus();
});

field.focus();

/** Null: the door is open; else why not, in a sentence. */
async function enter(secret) {
  const response = await fetch('/api/sign-in', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ secret }),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => null);
  if (response === null) return words.offline;
  if (response.ok) return null;
  const body = await response.json().catch(() => null);
  return body?.error ?? words.unexpected;
}
