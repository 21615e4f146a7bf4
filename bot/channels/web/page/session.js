/** What this tab keeps so that a reload loses nothing. A browser that forbids storage just forgets. */
export function keep(name, value) {
  try {
    if (value === null || value === '') sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {}
}

export function kept(name, otherwise) {
  try {
    return JSON.parse(sessionStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** `crypto.randomUUID` is missing on plain http beyond this machine, where phones in an office are. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
