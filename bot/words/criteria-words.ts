import type { CompiledSubject } from '../../evaluators/index.ts';
import type { Plan } from '../../knowledge/index.ts';
import { documentName, shortName } from './cite.ts';
import { quoteSource } from './quote-source.ts';
import { capital, criterionName } from './requirement-words.ts';

/** The sentences of the list of criteria. */
export const criteriaWords = {
  none: (plan: Plan) =>
    `${documentName(plan)} chưa có bộ tiêu chí trong trợ lý. Đồng chí cứ hỏi bằng lời, trợ lý tìm trong văn bản.`,
  whichSubject: (plan: Plan) => `Tiêu chí theo ${shortName(plan)} của loại đơn vị nào?`,
  list: (plan: Plan, compiled: CompiledSubject) => {
    const { rulebook, subject, criteria } = compiled;
    const title = rulebook.subjects.find(({ id }) => id === subject)!.title;
    const parts = criteria.map(({ id, title: name, criterion, requirements, inVerdict }) => {
      const where = quoteSource(plan, criterion)?.address ?? criterion.clause;
      const beside =
        rulebook.verdict.rule === 'all' && !inVerdict ? ' – nêu kèm, không tính vào kết quả' : '';
      const lines = requirements.map(({ requirement }) => `   – ${requirement.title}`);
      return [`${criterionName(id)}. ${name} (${where})${beside}`, ...lines].join('\n');
    });
    return `Tiêu chí đối với ${title.toLowerCase()}, theo ${documentName(plan)}:\n\n${parts.join('\n\n')}\n\n${verdictRule(compiled)}\n\nGõ /danhgia để tự rà soát theo các tiêu chí này.`;
  },
};

function verdictRule({ rulebook: { verdict } }: CompiledSubject): string {
  if (verdict.rule === 'none') return `${capital(verdict.words.none)}.`;
  const derived = verdict.derived ? ` (${verdict.derived})` : '';
  return `Kết quả “${verdict.words.met}” khi mọi tiêu chí được tính đều đáp ứng${derived}.`;
}
