/**
 * The quick way to read JSON: `JSON.parse`, where a look at the characters proves that it passes over nothing.
 *
 * Plain is a text without escapes, without control characters, and whose numbers are all of at most 15 digits
 * without sign, point or exponent, so that none is changed by reading. No key is lost when as many keys come out
 * as quotation marks closed before a colon. Anything else, and anything broken, is left to the strict reader.
 */

const quote = 0x22;
const colon = 0x3a;

/** How many keys a plain text writes down, repeated ones too; −1 when it is not plain. */
function keysWritten(text: string): number {
  let keys = 0;
  let digits = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x5c) return -1;
    if (code === quote) {
      inString = !inString;
      // A space before the colon is rare: not worth looking for.
      if (!inString && text.charCodeAt(at + 1) === colon) keys += 1;
      else if (!inString && text.charCodeAt(at + 1) === 0x20) return -1;
      digits = 0;
    } else if (!inString) {
      if (code >= 0x30 && code <= 0x39) {
        digits += 1;
        if (digits > 15) return -1;
        // - . e E: a sign, a fraction, an exponent (or true and false, which no answer is).
      } else if (code === 0x2d || code === 0x2e || code === 0x65 || code === 0x45) return -1;
      else digits = 0;
    }
  }
  return keys;
}

/** How many keys a value has, at every depth. */
function keysRead(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let keys = 0;
  if (Array.isArray(value)) for (const item of value) keys += keysRead(item);
  else
    for (const key in value) {
      const inner = (value as Record<string, unknown>)[key];
      keys += typeof inner === 'object' ? 1 + keysRead(inner) : 1;
    }
  return keys;
}

/** The value of a plain text; undefined: not plain, or broken. */
export function parsePlainJson(text: string): unknown {
  const written = keysWritten(text);
  if (written === -1) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return keysRead(value) === written ? value : undefined;
  } catch {
    return undefined;
  }
}
