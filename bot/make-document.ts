import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knowledge } from '../knowledge/index.ts';
import { plain } from './choose.ts';
import type { RulebookShelf } from './dialogues/assess/rulebook-shelf.ts';
import type { Wanted } from './dialogues/turn.ts';
import { calendarOf } from './reminders/calendar.ts';
import { calendarWords } from './words/calendar-words.ts';
import { documentFileWords } from './words/document-file-words.ts';

export interface DocumentDeps {
  knowledge: Knowledge;
  shelf: RulebookShelf;
  /** Where documents lie; an absolute path. */
  directory: string;
  /** The rule set to write by, as its id; without one, the one in force. */
  form?: string | undefined;
}

/** Makes a document that a dialogue asked for, and says where it lies. Null: it could not be written. */
export async function makeDocument(
  wanted: Wanted,
  id: string,
  deps: DocumentDeps,
): Promise<{ name: string; path: string } | null> {
  const { name, bytes } =
    wanted.kind === 'calendar' ? makeCalendar(wanted, deps) : await makeOfficial(wanted, deps);
  // Each document in a folder of its own: its name is what people see, and nothing is ever overwritten.
  const folder = join(deps.directory, id);
  const path = join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.half`, bytes);
    await rename(`${path}.half`, path);
    return { name, path };
  } catch {
    return null;
  }
}

interface Made {
  name: string;
  bytes: Uint8Array;
}

function makeCalendar({ items, now }: Wanted & { kind: 'calendar' }, { knowledge }: DocumentDeps): Made {
  const text = calendarOf(items, { stamp: now, planOf: plan => knowledge.plan(plan) });
  return { name: calendarWords.fileName, bytes: Buffer.from(text) };
}

async function makeOfficial(
  wanted: Exclude<Wanted, { kind: 'calendar' }>,
  { knowledge, shelf, form: formId }: DocumentDeps,
): Promise<Made> {
  // `docx` takes a while to load, so only when somebody wants a document.
  const documents = await import('./documents/index.ts');
  const form = documents.formOf(formId) ?? documents.currentForm;
  const { unit, year, date } = wanted;
  const plan = knowledge.plan(unit.plan)!;
  const rulebook = shelf.of(unit.plan)!;
  const common = { unit, plan, rulebook, subject: unit.subject, year, date };
  const make = (): Promise<Uint8Array> => {
    switch (wanted.kind) {
      case 'build-plan':
        return documents.buildPlan(common, form);
      case 'results':
        return documents.announceResults(
          {
            unit,
            plan: plan.id,
            year,
            date,
            met: wanted.met,
            unmet: wanted.unmet,
          },
          form,
        );
      case 'self-review': {
        const { answers, notes, evaluation, status, previous } = wanted;
        const before = previous ? { previous } : {};
        return documents.selfReviewReport({ ...common, answers, notes, evaluation, status, ...before }, form);
      }
    }
  };
  const name = `${documentFileWords[wanted.kind]}-${fileName(unit.name)}-${year}.docx`;
  return { name, bytes: await make() };
}

/** Letters a–z, digits and dashes only: it goes through every mail and file system. */
function fileName(text: string): string {
  return (
    plain(text)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'don-vi'
  ).slice(0, 60);
}
