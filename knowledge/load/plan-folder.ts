import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StampLines } from '../parse/blocks.ts';
import { documentLines } from '../parse/document-lines.ts';
import { parsePlan } from '../parse-plan.ts';
import type { Plan } from '../plan.ts';
import { type PassageFinder, passageFinder } from './passage.ts';
import { correctionsFile, planFile, topicsFile } from './plan-file.ts';
import { topicsOf } from './topics.ts';
import { type FileProblem, yamlFile } from './yaml-file.ts';

/** What is wrong in a plan's folder: which file, where, and what to do. */
export interface PlanProblem extends FileProblem {
  plan: string;
  file: string;
}

/**
 * Reads one plan folder. A wrong plan.yaml, corrections.yaml or document.txt refuses the plan; a wrong entry
 * of topics.yaml or of the notes is left out and the plan still answers.
 */
export function planFolder(folder: string, id: string): { plan: Plan | null; problems: PlanProblem[] } {
  const problems: PlanProblem[] = [];
  const report = (file: string, found: readonly FileProblem[]) => {
    for (const problem of found) problems.push({ plan: id, file, ...problem });
  };
  const text = (file: string, missing: string | null): string | null => {
    const read = readText(join(folder, file), missing);
    if ('text' in read) return read.text;
    if (read.problem) report(file, [{ message: read.problem }]);
    return null;
  };

  const document = text('document.txt', 'chưa có tệp này. Hãy đặt toàn văn của văn bản vào đây (UTF-8).');
  if (document !== null && !/\p{L}/u.test(document))
    report('document.txt', [{ message: 'tệp không có chữ nào. Hãy đặt toàn văn của văn bản vào đây.' }]);
  const known = yamlOrNull(
    text('plan.yaml', 'chưa có tệp này. Ít nhất cần một dòng “title: …”.'),
    planFile,
    'plan.yaml',
  );
  const corrections = yamlOrNull(text('corrections.yaml', null), correctionsFile, 'corrections.yaml') ?? [];
  if (problems.length > 0 || document === null || known === null) return { plan: null, problems };

  report('plan.yaml', strayStamps(known.stamps ?? [], document));
  const {
    text: reading,
    clauses,
    problems: unfit,
  } = parsePlan(document, { corrections, stamps: known.stamps ?? [] });
  report(
    'corrections.yaml',
    unfit.map(({ entry, message }) => ({ message: `mục thứ ${entry}: ${message}` })),
  );
  if (problems.length > 0) return { plan: null, problems };

  const finder = passageFinder(reading);
  const subjects = known.subjects ?? [];
  const topicFile = yamlOrNull(text('topics.yaml', null), topicsFile, 'topics.yaml');
  const { topics, silences, problems: lost } = topicsOf(topicFile, { finder, clauses, subjects });
  report('topics.yaml', lost);
  const plan: Plan = {
    id,
    type: known.type ?? typeOf(reading, clauses),
    title: known.title,
    number: known.number ?? null,
    date: known.date ?? null,
    issuer: known.issuer ?? null,
    place: known.place ?? null,
    period: known.period ? { from: known.period.from ?? null, to: known.period.to ?? null } : null,
    status: known.status ?? 'unconfirmed',
    statusNote: known.statusNote ?? null,
    subjects,
    names: known.names ?? [],
    notes: notesOf(known.notes ?? [], finder, reading),
    topics,
    silences,
    text: reading,
    clauses,
  };
  return { plan, problems };

  function yamlOrNull<T>(
    content: string | null,
    schema: Parameters<typeof yamlFile<T>>[1],
    file: string,
  ): T | null {
    if (content === null) return null;
    const read = yamlFile(content, schema);
    if ('value' in read) return read.value;
    report(file, read.problems);
    return null;
  }

  function notesOf(notes: Plan['notes'], where: PassageFinder, from: string): Plan['notes'] {
    return notes.flatMap(({ quote, note }, index) => {
      const span = where.find(quote);
      if (span) return [{ quote: from.slice(span.start, span.end), note }];
      report('plan.yaml', [
        { message: `“notes” thứ ${index + 1}: không thấy trong văn bản đoạn “${quote}”.` },
      ]);
      return [];
    });
  }
}

/** “KẾ HOẠCH” above the title, as one writes it in a sentence. */
function typeOf(text: string, clauses: Plan['clauses']): string {
  const clause = clauses.find(({ id }) => id === 'tên loại');
  if (!clause) return 'Văn bản';
  const words = text.slice(clause.start, clause.end).toLocaleLowerCase('vi');
  return words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1);
}

/** Stamps that name lines or characters which the document does not have. */
function strayStamps(stamps: readonly StampLines[], document: string): FileProblem[] {
  const lines = documentLines(document);
  return stamps.flatMap(({ from, to, text }, index) => {
    const name = `“stamps” thứ ${index + 1}`;
    if (to > lines.length)
      return [{ message: `${name}: văn bản chỉ có ${lines.length} dòng, không có dòng ${to}.` }];
    if (!text || lines.slice(from - 1, to).some(line => line.includes(text))) return [];
    return [{ message: `${name}: không thấy “${text}” ở dòng ${from}-${to}.` }];
  });
}

function readText(path: string, missing: string | null): { text: string } | { problem: string | null } {
  if (!existsSync(path)) return { problem: missing };
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).replaceAll('\0', ''),
    };
  } catch (error) {
    const unreadable = (error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA';
    if (unreadable) return { problem: 'không mở được tệp này. Hãy kiểm tra quyền đọc.' };
    return { problem: 'không phải văn bản UTF-8. Hãy lưu lại dưới dạng văn bản thuần (UTF-8).' };
  }
}
