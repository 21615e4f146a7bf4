/**
 * A strict JSON reader for lines of answers: what `JSON.parse` passes over in silence is an error here.
 *
 * A key given twice is refused instead of the last one winning. A number is read by its exact value: 9, 9.0,
 * 9e0 and -0 are the integers 9, 9, 9 and 0; whatever is not a safe integer (9.5, 1e400, 9007199254740993,
 * 9007199254740991.4, which `JSON.parse` would round to an integer) comes out as an `OddNumber` that no
 * reader of answers accepts. `__proto__` becomes a key like any other, never a prototype.
 */

import { parsePlainJson } from './parse-plain-json.ts';
import { Broken, type JsonFault, StrictJsonReader } from './strict-json-reader.ts';

export type ParsedJson =
  | { ok: true; value: unknown; fault: null }
  /** `value`: what had been read when it broke off, for the line's id. */
  | { ok: false; value: unknown; fault: JsonFault };

/** Reads one whole JSON text. */
export function parseJson(text: string): ParsedJson {
  const plain = parsePlainJson(text);
  return plain === undefined ? parseStrictJson(text) : { ok: true, value: plain, fault: null };
}

/** The same, without the quick way for plain texts. */
export function parseStrictJson(text: string): ParsedJson {
  const reader = new StrictJsonReader(text);
  try {
    const value = reader.whole();
    return reader.twice === null
      ? { ok: true, value, fault: null }
      : { ok: false, value, fault: reader.twice };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return {
      ok: false,
      value: reader.partial,
      fault: { error: `dòng không phải JSON đúng: ${error.message}`, path: error.path },
    };
  }
}
