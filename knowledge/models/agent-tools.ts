import { z } from 'zod';
import type { Knowledge } from '../knowledge.ts';
import type { Plan } from '../plan.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Sentences } from './agent-sentences.ts';
import { sentencesIn, sentencesOf } from './agent-sentences.ts';

/** A duty of a plan, as other parts of the assistant work it out; knowledge itself decides none. */
export interface KnownDuty {
  title: string;
  /** ISO date of the last valid day; null: no day. */
  due: string | null;
  /** Exact words of the plan. */
  quote: string;
}

/** The duties of a plan around a day. */
export type Duties = (plan: string, today: string) => readonly KnownDuty[] | Promise<readonly KnownDuty[]>;

export interface ToolDeps {
  knowledge: Knowledge;
  plans: readonly Plan[];
  sentences: Sentences;
  duties: Duties | null;
  today: string;
}

/** A tool of the agent: its name, what it is for, what it takes, and the text it gives back. */
export interface AgentTool {
  name: string;
  description: string;
  schema: z.ZodType;
  run(input: never): string | Promise<string>;
}

const MOST_FOUND = 6;
const NOTHING = 'Không có câu nào.';

/** Tools that read only the plans that may be spoken of; what they give back carries ids. */
export function agentTools(deps: ToolDeps): AgentTool[] {
  const { knowledge, plans, sentences, duties, today } = deps;
  const shown = (text: string): string => (text === '' ? NOTHING : `<<<\n${text}\n>>>`);
  const tools: AgentTool[] = [
    {
      name: 'tim_trong_van_ban',
      description: 'Tìm các câu của văn bản gần với một cụm từ. Trả về các câu có mã.',
      schema: z.object({ query: z.string().describe('Vài từ khóa tiếng Việt.') }),
      run: ({ query }: { query: string }) =>
        shown(
          plans
            .map(plan => {
              const questions = knowledge.read(String(query).slice(0, 300));
              const hits = questions.flatMap(question => knowledge.passages(question, plan.id, MOST_FOUND));
              return sentences.show(
                plan,
                hits.map(hit => hit.span),
              );
            })
            .filter(Boolean)
            .join('\n'),
        ),
    },
    {
      name: 'doc_dieu_khoan',
      description: 'Đọc trọn một điều khoản theo địa chỉ, ví dụ "II.1.2" hoặc "mục III, khoản 1".',
      schema: z.object({ clause: z.string().describe('Địa chỉ của điều khoản.') }),
      run: ({ clause }: { clause: string }) =>
        shown(
          plans
            .map(plan => clauseText(plan, String(clause), sentences))
            .filter(Boolean)
            .join('\n'),
        ),
    },
  ];
  if (duties) {
    tools.push({
      name: 'liet_ke_viec_theo_han',
      description: 'Liệt kê các việc phải làm theo hạn của văn bản, kèm câu có mã.',
      schema: z.object({}),
      run: async () => {
        const known = await Promise.all(
          plans.map(async plan => ({ plan, due: await duties(plan.id, today) })),
        );
        return shown(
          known
            .map(({ plan, due }) => dutiesText(plan, due, sentences))
            .filter(Boolean)
            .join('\n'),
        );
      },
    });
  }
  return tools;
}

function clauseText(plan: Plan, address: string, sentences: Sentences): string {
  const wanted = fold(address).trim();
  const clause = plan.clauses.find(c => fold(c.id) === wanted || fold(c.address) === wanted);
  if (!clause) return '';
  const spans = sentencesOf(plan).filter(span => span.start >= clause.start && span.end <= clause.until);
  return sentences.show(plan, spans.slice(0, 12));
}

function dutiesText(plan: Plan, duties: readonly KnownDuty[], sentences: Sentences): string {
  const spans = duties.slice(0, 12).flatMap(({ quote }) => {
    const start = plan.text.indexOf(quote);
    return start < 0 ? [] : sentencesIn(plan, { start, end: start + quote.length });
  });
  return sentences.show(plan, spans);
}
