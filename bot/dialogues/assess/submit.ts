import type { Evaluation } from '../../../evaluators/index.ts';
import { compare, evaluateCompiled } from '../../../evaluators/index.ts';
import { assessWords as words } from '../../words/assess-words.ts';
import { documentName } from '../../words/cite.ts';
import { besideLastYear } from '../../words/review-words.ts';
import { groundsText, verdictText } from '../../words/verdict-words.ts';
import type { Wanted } from '../turn.ts';
import { lastSeq } from './foresee.ts';
import { prompt } from './prompt.ts';
import type { Scene } from './scene.ts';
import { asks, does, say, sight, withPlace } from './scene.ts';
import type { Sight } from './sight.ts';
import { sightOf } from './sight.ts';

/** Submits: keeps the evaluation, says the verdict with its grounds, and asks for the report. */
export function submitAll(at: Scene): Scene {
  const seen = sight(at)!;
  const { evaluation, record } = seen;
  const plan = at.deps.knowledge.plan(record.plan)!;
  const kept = does(at, { type: 'submitted', assessment: record.id, evaluation });
  const verdict = say(kept, { text: verdictText(seen, plan, documentName(plan)), evaluation });
  const wanted: Scene = {
    ...verdict,
    wants: reportWanted(seen, at, verdict.replies.length - 1, 'submitted'),
  };
  const grounds = say(wanted, groundsText(seen, plan));
  const previous = previousOf(seen, at);
  const beside = previous
    ? say(grounds, besideLastYear(seen, previous.year, compare(previous.evaluation, evaluation)))
    : grounds;
  return prompt(asks(withPlace(beside, { seen: lastSeq(record) }), { kind: 'done' }));
}

/** The report once more: as submitted when nothing has changed since, else a draft. */
export function reportAgain(at: Scene): Scene {
  const seen = sight(at)!;
  const { record } = seen;
  const current = record.submitted !== null && record.submitted.seq === lastSeq(record);
  const said = say(at, words.reportHere);
  const status = current ? 'submitted' : 'draft';
  return prompt({ ...said, wants: reportWanted(seen, at, said.replies.length - 1, status) }, { brief: true });
}

/** The plan to build the model next year, where the document brings a template for it. */
export function buildPlanFor(at: Scene): Scene {
  const seen = sight(at)!;
  if (!seen.rulebook.templates.some(({ id }) => id === 'mau-1'))
    return prompt(say(at, words.noTemplate(seen.rulebook.type)), { brief: true });
  const said = say(at, words.buildPlanHere);
  const wants: Wanted = {
    kind: 'build-plan',
    reply: said.replies.length - 1,
    unit: seen.unit,
    year: seen.record.year + 1,
    date: at.deps.today,
  };
  return prompt({ ...said, wants }, { brief: true });
}

function reportWanted(seen: Sight, at: Scene, reply: number, status: 'draft' | 'submitted'): Wanted {
  const { unit, record, answers, notes, evaluation } = seen;
  const { today: date } = at.deps;
  const { year } = record;
  return {
    kind: 'self-review',
    reply,
    unit,
    year,
    date,
    answers,
    notes,
    evaluation,
    previous: previousOf(seen, at),
    status,
  };
}

/** The same unit's latest earlier year, judged by the present rulebook so that like is compared with like. */
function previousOf(seen: Sight, { world, deps }: Scene): { year: number; evaluation: Evaluation } | null {
  const { record, compiled } = seen;
  const [last] = world.assessments
    .filter(
      other => other.unit === record.unit && other.subject === record.subject && other.year < record.year,
    )
    .filter(other => other.submitted !== null)
    .sort((a, b) => b.year - a.year);
  const before = last ? sightOf(world, deps.shelf, last.id) : null;
  if (!last || !before) return null;
  const { subject, year } = last;
  return { year, evaluation: evaluateCompiled(compiled, { subject, year, answers: before.answers }) };
}
