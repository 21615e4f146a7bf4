/**
 * An evaluation as one line of JSON, byte for byte `JSON.stringify({ id, ...evaluation })`.
 *
 * A line is 8 kB of UTF-8, nearly all of it the plan's own words, which never change: the bytes of a requirement
 * with a given outcome and detail are made once and copied from then on.
 */
import type { CompiledCriterion, CompiledRequirement, CompiledSubject } from './compile.ts';
import type { CriterionTrace, Evaluation, RequirementTrace } from './evaluation.ts';
import type { LineWriter } from './line-writer.ts';

/** Bytes that are made once per text; details may be anything, so a cache is emptied when it has grown. */
class Fragments {
  private readonly made = new Map<string, Buffer>();

  of(text: string, make: () => string): Buffer {
    let bytes = this.made.get(text);
    if (bytes === undefined) {
      if (this.made.size >= 1000) this.made.clear();
      bytes = Buffer.from(make(), 'utf8');
      this.made.set(text, bytes);
    }
    return bytes;
  }
}

/** What of a requirement never changes: before its outcome, and after its detail. */
interface RequirementEnds {
  head: Buffer;
  tail: Buffer;
}

const requirementFragments = new WeakMap<CompiledRequirement, Fragments>();
const requirementEnds = new WeakMap<CompiledRequirement, RequirementEnds>();
const criterionFragments = new WeakMap<CompiledCriterion, Fragments>();
const firstCaveats = new Fragments();
const furtherCaveats = new Fragments();

function remembered<K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}

function endsOf({ id, clause, quote, reading }: CompiledRequirement): RequirementEnds {
  const json = JSON.stringify({ id, outcome: '\0', detail: '\0', clause, quote, reading });
  const [head = '', , tail = ''] = json.split('\\u0000');
  return { head: Buffer.from(head, 'utf8'), tail: Buffer.from(tail.slice(1, -1), 'utf8') };
}

/** Details with numbers or with somebody's own words differ from line to line: only their ends are kept. */
const varies = (
  { requirement: { kind } }: CompiledRequirement,
  { outcome, override }: RequirementTrace,
): boolean =>
  kind === 'share' ||
  kind === 'target' ||
  kind === 'count' ||
  kind === 'yearly' ||
  outcome === 'na' ||
  override !== undefined;

function writeRequirement(out: LineWriter, compiled: CompiledRequirement, trace: RequirementTrace): void {
  if (!varies(compiled, trace)) {
    const own = remembered(requirementFragments, compiled, () => new Fragments());
    const key = trace.decided ? `+${trace.detail}` : trace.detail;
    out.bytes(own.of(key, () => JSON.stringify(trace)));
    return;
  }
  const { head, tail } = remembered(requirementEnds, compiled, () => endsOf(compiled));
  out.bytes(head);
  out.text(`${trace.outcome}","detail":${JSON.stringify(trace.detail)}`);
  out.bytes(tail);
  // In the order in which `evaluate` sets them.
  if (trace.counted === false) out.text(',"counted":false');
  if (trace.override !== undefined) out.text(`,"override":${JSON.stringify(trace.override)}`);
  out.text(trace.decided ? ',"decided":true}' : '}');
}

/** Up to its list of requirements, with the end of the criterion before it. */
function criterionBytes(compiled: CompiledCriterion, trace: CriterionTrace, first: boolean): Buffer {
  const { id, title, outcome } = trace;
  const head = (): string => JSON.stringify({ id, title, outcome, requirements: [] }).slice(0, -2);
  const own = remembered(criterionFragments, compiled, () => new Fragments());
  return own.of(outcome, () => (first ? head() : `]},${head()}`));
}

const comma = Buffer.from(',');
const list = (items: readonly unknown[]): string => (items.length === 0 ? '[]' : JSON.stringify(items));

/** Writes one line without its line break. `evaluation` must be of this prepared subject. */
export function renderEvaluation(
  out: LineWriter,
  id: string,
  compiled: CompiledSubject,
  evaluation: Evaluation,
): void {
  const { outcome, words, settled, criteria, missing, repairs, caveats, rulebook } = evaluation;
  out.text(
    `{"id":${JSON.stringify(id)},"outcome":"${outcome}","words":${JSON.stringify(words)},"settled":${settled},"criteria":[`,
  );
  for (let c = 0; c < criteria.length; c += 1) {
    const { requirements } = criteria[c]!;
    const prepared = compiled.criteria[c]!;
    out.bytes(criterionBytes(prepared, criteria[c]!, c === 0));
    for (let r = 0; r < requirements.length; r += 1) {
      if (r > 0) out.bytes(comma);
      writeRequirement(out, prepared.requirements[r]!, requirements[r]!);
    }
  }
  out.text(`]}],"missing":${list(missing)},"repairs":${list(repairs)},"caveats":[`);
  for (let at = 0; at < caveats.length; at += 1) {
    const caveat = caveats[at]!;
    if (at === 0) out.bytes(firstCaveats.of(caveat, () => JSON.stringify(caveat)));
    else out.bytes(furtherCaveats.of(caveat, () => `,${JSON.stringify(caveat)}`));
  }
  out.text(`],"rulebook":"${rulebook}"}`);
}
