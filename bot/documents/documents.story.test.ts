import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Answer, type Answers, requirementsOf } from '../../evaluators/index.ts';
import { announceResults, buildPlan, forms, selfReviewReport, templateOf, verifyDocument } from './index.ts';
import { editPart } from './testing/edit-docx.ts';
import { readBack } from './testing/read-back.ts';
import { canDuoc, notice, planToBuild, review, rulebookOf, rulebooks } from './testing/samples.ts';

const root = join(import.meta.dirname, '../..');
const everySubject = [...rulebooks.values()].flatMap(({ id, subjects }) =>
  subjects.map(subject => [id, subject.id] as const),
);

describe('every subject of every plan', () => {
  test.each(everySubject)(
    '[D4] %s, %s: a report in both forms that reads back and verifies',
    async (plan, subject) => {
      const input = review(plan, subject);
      for (const form of forms) {
        const docx = await selfReviewReport(input, form);
        const text = await readBack(docx);
        expect(text).toContain(input.evaluation.words);
        for (const { requirements } of input.evaluation.criteria)
          for (const { id } of requirements)
            expect(text).toContain(requirementsOf(input.rulebook).get(id)!.title);
        expect(text).not.toMatch(/undefined|null|NaN|\[object|\.\/\./);
        expect(verifyDocument(docx, rulebooks).code).toBe(0);
      }
    },
  );

  test.each(everySubject.filter(([plan]) => templateOf(plan) !== null))(
    '[D9] %s, %s: Mẫu 1',
    async (_, subject) => {
      const docx = await buildPlan(planToBuild(subject));
      expect(await readBack(docx)).not.toMatch(/undefined|null|NaN|\[object|\.\/\./);
      expect(verifyDocument(docx, rulebooks).code).toBe(0);
    },
  );

  test('[D12] whatever was answered, the report holds the same verdict when it is checked', async () => {
    const odd: fc.Arbitrary<Answer | null> = fc.oneof(
      fc.constant(null),
      fc.constant<Answer>('unknown'),
      fc.record({
        na: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter(text => text.trim() !== ''),
      }),
      fc.record({
        override: fc.constantFrom('met' as const, 'unmet' as const),
        basis: fc.constant('Nghị quyết số 03-NQ/CB'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...everySubject),
        fc.array(odd, { minLength: 40, maxLength: 40 }),
        async ([plan, subject], odds) => {
          const own = [...requirementsOf(rulebookOf(plan)).values()].filter(
            ({ for: only }) => only?.includes(subject) ?? true,
          );
          const answers: Answers = Object.fromEntries(
            own.flatMap(({ id }, at) => {
              const answer = odds[at] ?? null;
              return answer === null ? [] : [[id, answer]];
            }),
          );
          const docx = await selfReviewReport(review(plan, subject, answers));
          expect((await readBack(docx)).length).toBeGreaterThan(500);
          expect(verifyDocument(docx, rulebooks).code).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('[D16] whatever the unit is called, all three documents read back and verify', async () => {
    const name = fc.string({ unit: 'binary', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(fc.record({ name, superior: name, place: name }), async unit => {
        const made = [
          await selfReviewReport(review(canDuoc, 'chi-bo-ap', {}, { unit })),
          await buildPlan(planToBuild('chi-bo-ap', { unit })),
          await announceResults(
            notice({ unit, met: [unit.name], unmet: [{ name: unit.place, reason: unit.superior }] }),
          ),
        ];
        for (const docx of made) {
          expect((await readBack(docx)).length).toBeGreaterThan(500);
          expect(verifyDocument(docx, rulebooks).code).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('npm run verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (name: string, bytes: Uint8Array | null) => {
    const file = join(folder, name);
    if (bytes !== null) writeFileSync(file, bytes);
    const { status, stdout, stderr } = spawnSync('node', ['scripts/launch.mjs', 'scripts/verify.ts', file], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  test('[D12] [D13] [D15] exits with 0 as issued, 1 changed, 2 none of ours', async () => {
    const issued = await selfReviewReport(review(canDuoc, 'chi-bo-ap'));
    expect(run('issued.docx', issued)).toMatchObject({ status: 0, stderr: '' });
    const changed = run(
      'changed.docx',
      editPart(issued, 'word/document.xml', xml => xml.replace('Tân Trạch', 'Long Hòa')),
    );
    expect(changed.status).toBe(1);
    expect(changed.stdout).toContain('Chữ trong văn bản đã thay đổi');
    expect(run('renamed.docx', Buffer.from('%PDF-1.7'))).toMatchObject({ status: 2, stderr: '' });
    expect(run('nowhere.docx', null).stdout).toContain('Không đọc được tệp');
  });
});
