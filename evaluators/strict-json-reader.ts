/** The characters of one JSON text, read one after the other; see `parse-json.ts` for what is refused. */
import { type OddNumber, readNumber } from './number-literal.ts';

export interface JsonFault {
  error: string;
  /** Keys that lead to the fault, e.g. `['answers', 'cb-1.1.3b']`; empty for the line as a whole. */
  path: string[];
}

const maxDepth = 12;
const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** Without these, a string ends at the next quotation mark and is its own value. */
const unplain = /[\\\u0000-\u001f]/;

/** Thrown, and caught by `parse-json.ts`, where the text is no JSON. */
export class Broken extends Error {
  readonly path: string[];
  constructor(message: string, path: string[]) {
    super(message);
    this.path = path;
  }
}

export class StrictJsonReader {
  private at = 0;
  /** Keys that lead to where the reader is; beyond `depth` they are left from before. */
  private readonly path: string[] = [];
  private depth = 0;
  private readonly text: string;
  private readonly plain: boolean;
  /** The outermost object as far as it has been read. */
  partial: unknown = null;
  /** The first key given twice: the rest is still read, so that a broken line is called broken. */
  twice: JsonFault | null = null;

  constructor(text: string) {
    this.text = text;
    this.plain = !unplain.test(text);
  }

  whole(): unknown {
    const value = this.value(0);
    this.space();
    if (this.at < this.text.length) this.broken('còn chữ thừa sau giá trị JSON');
    return value;
  }

  private broken(what: string): never {
    throw new Broken(`${what} (ký tự thứ ${this.at + 1})`, this.path.slice(0, this.depth));
  }

  private repeated(key: string): void {
    const path = this.path.slice(0, this.depth);
    this.twice ??= { error: `khóa “${key}” có hai lần; chỉ giữ một`, path };
  }

  private space(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return;
      this.at += 1;
    }
  }

  private value(depth: number): unknown {
    this.space();
    if (depth > maxDepth) this.broken(`lồng nhau quá ${maxDepth} tầng`);
    const code = this.text.charCodeAt(this.at);
    if (code === 0x22) return this.string();
    if (code === 0x7b) return this.object(depth);
    if (code === 0x5b) return this.array(depth);
    if (code === 0x2d || (code >= 0x30 && code <= 0x39)) return this.number();
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const)
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    return this.broken(this.at < this.text.length ? 'không phải giá trị JSON' : 'dòng bị cắt giữa chừng');
  }

  private number(): number | OddNumber {
    const { text, at: start } = this;
    // Plain digits, nearly always: read at once.
    let at = start;
    let value = 0;
    let code = text.charCodeAt(at);
    while (code >= 0x30 && code <= 0x39 && at - start < 15) {
      value = value * 10 + (code - 0x30);
      at += 1;
      code = text.charCodeAt(at);
    }
    const digits = at - start;
    const leadingZero = digits > 1 && text.charCodeAt(start) === 0x30;
    if (digits > 0 && !leadingZero && (code === 0x2c || code === 0x7d || code === 0x5d)) {
      this.at = at;
      return value;
    }
    numberPattern.lastIndex = start;
    const literal = numberPattern.exec(text)?.[0];
    if (literal === undefined) return this.broken('số viết sai');
    this.at += literal.length;
    return readNumber(literal);
  }

  private string(): string {
    const start = this.at;
    if (this.plain) {
      const end = this.text.indexOf('"', start + 1);
      if (end !== -1) {
        this.at = end + 1;
        return this.text.slice(start + 1, end);
      }
    }
    let escaped = false;
    for (let at = start + 1; ; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === 0x22) {
        this.at = at + 1;
        break;
      }
      if (code === 0x5c) {
        escaped = true;
        at += 1;
      } else if (code < 0x20 || Number.isNaN(code)) {
        this.at = Math.min(at, this.text.length);
        this.broken(Number.isNaN(code) ? 'chuỗi chưa đóng ngoặc kép' : 'ký tự điều khiển trong chuỗi');
      }
    }
    if (!escaped) return this.text.slice(start + 1, this.at - 1);
    try {
      return JSON.parse(this.text.slice(start, this.at)) as string;
    } catch {
      return this.broken('dấu \\ dùng sai trong chuỗi');
    }
  }

  private object(depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    if (depth === 0) this.partial = object;
    this.at += 1;
    this.space();
    if (this.text.charCodeAt(this.at) === 0x7d) {
      this.at += 1;
      return object;
    }
    for (;;) {
      this.space();
      if (this.text.charCodeAt(this.at) !== 0x22) this.broken('thiếu tên khóa trong ngoặc kép');
      const key = this.string();
      this.space();
      if (this.text.charCodeAt(this.at) !== 0x3a) this.broken('thiếu dấu hai chấm sau tên khóa');
      this.at += 1;
      this.path[this.depth] = key;
      this.depth += 1;
      if (Object.hasOwn(object, key)) this.repeated(key);
      const value = this.value(depth + 1);
      if (key === '__proto__')
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
      else object[key] = value;
      this.depth -= 1;
      this.space();
      const next = this.text.charCodeAt(this.at);
      this.at += 1;
      if (next === 0x7d) return object;
      if (next !== 0x2c) {
        this.at -= 1;
        this.broken('thiếu dấu phẩy hoặc dấu }');
      }
    }
  }

  private array(depth: number): unknown[] {
    const array: unknown[] = [];
    this.at += 1;
    this.space();
    if (this.text.charCodeAt(this.at) === 0x5d) {
      this.at += 1;
      return array;
    }
    for (;;) {
      array.push(this.value(depth + 1));
      this.space();
      const next = this.text.charCodeAt(this.at);
      this.at += 1;
      if (next === 0x5d) return array;
      if (next !== 0x2c) {
        this.at -= 1;
        this.broken('thiếu dấu phẩy hoặc dấu ]');
      }
    }
  }
}
