import { z } from 'zod';
import type { Claim } from '../answer/gate/claim.ts';

const MOST_CLAIMS = 12;

/** What the agent is asked to hand back: claims with the ids of the sentences they rest on, and whether they answer. */
export const ANSWER_SCHEMA = z
  .object({
    claims: z.array(
      z.object({
        text: z.string().describe('Một câu tiếng Việt trọn ý, nói lại điều mà các câu được dẫn nói.'),
        spans: z.array(z.string()).describe('Mã của các câu trong văn bản mà ý này dựa vào, ví dụ "s1".'),
      }),
    ),
    answers: z.boolean().describe('true khi các ý trên trả lời được câu hỏi.'),
  })
  .meta({ title: 'tra_loi', description: 'Câu trả lời gồm các ý có dẫn mã câu của văn bản.' });

export interface Written {
  claims: readonly Claim[];
  answers: boolean;
}

/** What was written, from a value or from JSON text; null: neither. “[s1]” for an id is taken as s1. */
export function readWritten(output: unknown): Written | null {
  const value = typeof output === 'string' ? fromText(output) : output;
  const read = ANSWER_SCHEMA.safeParse(value);
  if (!read.success) return null;
  const claims = read.data.claims.slice(0, MOST_CLAIMS).map(({ text, spans }) => ({
    text,
    spans: spans.map(id => id.trim().replace(/^\[(.*)\]$/u, '$1')),
  }));
  return { claims, answers: read.data.answers };
}

function fromText(text: string): unknown {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from < 0 || to <= from) return null;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return null;
  }
}
