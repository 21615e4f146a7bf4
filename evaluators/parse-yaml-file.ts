/** YAML text → value of a schema, or problems with their lines. */
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Finding } from './check-rulebook.ts';
import type { Problem } from './problem.ts';

export interface YamlFile<T> {
  value: T | null;
  problems: Problem[];
  /** Turns findings into problems of this file. */
  locate: (findings: Finding[]) => Problem[];
}

/** The line of the deepest node on the path that exists: a missing field is reported at its parent. */
function lineOf(document: Document, lines: LineCounter, path: PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

const kindNames: Record<string, string> = {
  string: 'chữ (đặt trong dấu nháy nếu trông như số)',
  number: 'số',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'nhóm khóa: giá trị',
  int: 'số nguyên',
};

/** What one complaint of zod says to a person. */
function describe(issue: z.core.$ZodIssue): { wrong: string; right: string }[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return [
        {
          wrong: `khóa lạ ${issue.keys.map(key => `“${key}”`).join(', ')}`,
          right: 'khóa ghi trong rulebooks/README.md',
        },
      ];
    case 'invalid_type':
      return [
        {
          wrong: issue.message.includes('undefined') ? 'thiếu giá trị' : 'giá trị sai loại',
          right: kindNames[issue.expected] ?? issue.expected,
        },
      ];
    case 'invalid_value':
      return [{ wrong: 'giá trị không có trong danh sách', right: issue.values.map(String).join(', ') }];
    case 'too_small':
      return [{ wrong: 'trống hoặc nhỏ quá', right: `ít nhất ${issue.minimum}` }];
    case 'too_big':
      return [{ wrong: 'lớn quá', right: `nhiều nhất ${issue.maximum}` }];
    case 'invalid_format':
      return [{ wrong: 'viết sai dạng', right: `dạng ${'pattern' in issue ? issue.pattern : issue.format}` }];
    case 'invalid_union':
      return 'discriminator' in issue && issue.discriminator
        ? [
            {
              wrong: `“${issue.discriminator}” không có loại này`,
              right: 'loại ghi trong rulebooks/README.md',
            },
          ]
        : [{ wrong: 'giá trị không thuộc dạng nào', right: 'dạng ghi trong rulebooks/README.md' }];
    default:
      return [{ wrong: issue.message, right: 'giá trị ghi trong rulebooks/README.md' }];
  }
}

/** Reads one file. `file` is only its name in messages. */
export function parseYamlFile<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
): YamlFile<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: true });
  const locate = (findings: Finding[]): Problem[] =>
    findings.map(({ path, wrong, right }) => ({
      file,
      line: lineOf(document, lines, path),
      field: path.join('.'),
      wrong,
      right,
    }));
  const broken = [...document.errors, ...document.warnings].map(error => ({
    file,
    line: error.linePos?.[0].line ?? 1,
    field: '',
    wrong: `YAML sai: ${error.message.split('\n')[0]}`,
    right: 'YAML đúng cú pháp, mỗi khóa một lần',
  }));
  if (broken.length > 0) return { value: null, problems: broken, locate };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, problems: [], locate };
  return {
    value: null,
    problems: parsed.error.issues.flatMap(issue =>
      locate(describe(issue).map(said => ({ path: issue.path as (string | number)[], ...said }))),
    ),
    locate,
  };
}
