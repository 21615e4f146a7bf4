import { load } from 'js-yaml';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** What is wrong in a file, for the person who wrote it. */
export interface FileProblem {
  /** Counted from 1, where known. */
  line?: number;
  message: string;
}

/**
 * A YAML file's content by its schema, or what is wrong in it. Never throws. The quick parser reads what is right;
 * only what is wrong is read again by the one that knows where each value stands.
 */
export function yamlFile<T>(text: string, schema: z.ZodType<T>): { value: T } | { problems: FileProblem[] } {
  const quick = quickly(text, schema);
  return quick === null ? carefully(text, schema) : { value: quick };
}

function quickly<T>(text: string, schema: z.ZodType<T>): T | null {
  // References can unfold to more than memory holds: those files take the careful way, which bounds them.
  if (/[&*][\w-]/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, ''))) return null;
  try {
    const read = schema.safeParse(load(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function carefully<T>(text: string, schema: z.ZodType<T>): { value: T } | { problems: FileProblem[] } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line;
    return { problems: [{ ...(line ? { line } : {}), message: syntaxMessage(error.code) }] };
  }
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 100 });
  } catch {
    return { problems: [{ message: 'dùng quá nhiều tham chiếu (&, *). Hãy viết thẳng nội dung ra.' }] };
  }
  const parsed = schema.safeParse(content, { error: issue => issueMessage(issue as Issue) });
  if (parsed.success) return { value: parsed.data };
  return {
    problems: parsed.error.issues.map(issue => {
      const path = issue.path as (string | number)[];
      const line = lineOf(issue.code === 'unrecognized_keys' ? [...path, issue.keys[0]!] : path);
      return { ...(line ? { line } : {}), message: `${where(path)}${issue.message}` };
    }),
  };

  function lineOf(path: (string | number)[]): number | undefined {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return counter.linePos(node.range[0]).line;
    }
    return undefined;
  }
}

interface Issue {
  code?: string;
  input?: unknown;
  expected?: string;
  keys?: string[];
  values?: unknown[];
  message?: string;
}

function issueMessage(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') {
    return `không có mục nào tên là ${issue.keys?.map(key => `“${key}”`).join(', ')}. Hãy sửa lại tên hoặc bỏ đi.`;
  }
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)) {
    return `còn thiếu, cần ${EXPECTED[issue.expected ?? ''] ?? 'điền vào'}.`;
  }
  if (issue.code === 'invalid_value') return `cần là một trong: ${issue.values?.join(', ')}.`;
  if (issue.code === 'too_small') return 'không được để trống.';
  return `cần ${EXPECTED[issue.expected ?? ''] ?? 'viết đúng dạng'}.`;
}

const EXPECTED: Record<string, string> = {
  string: 'một dòng chữ (nếu là số, hãy đặt trong dấu ngoặc kép)',
  array: 'một danh sách (mỗi dòng một “- …”)',
  object: 'các mục dạng “tên: giá trị”',
  number: 'một con số',
  int: 'một số nguyên',
  boolean: '“true” hoặc “false”',
};

function where(path: (string | number)[]): string {
  const steps = path.map(step => (typeof step === 'number' ? `thứ ${step + 1}` : `“${step}”`));
  return steps.length === 0 ? '' : `${steps.join(' → ')}: `;
}

function syntaxMessage(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'một mục được viết hai lần. Hãy giữ lại một.';
  if (code === 'TAB_AS_INDENT') return 'dùng phím Tab để thụt dòng. Hãy thay bằng dấu cách.';
  return 'sai cú pháp YAML. Hãy xem lại thụt dòng, dấu hai chấm và dấu ngoặc kép ở dòng này.';
}
