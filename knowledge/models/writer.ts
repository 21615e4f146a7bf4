import type { Answer } from '../answer/answer.ts';
import { gate } from '../answer/gate/gate.ts';
import type { Knowledge } from '../knowledge.ts';
import { runAgent } from './agent.ts';
import { fenced, openSentences } from './agent-sentences.ts';
import type { Duties } from './agent-tools.ts';
import { agentTools } from './agent-tools.ts';
import type { ModelClient } from './calls-client.ts';
import type { ModelCalls, ModelSettings, Writer } from './ports.ts';
import { withClaims } from './writer-answer.ts';
import { turnOf } from './writer-turn.ts';

export interface WriterDeps {
  model: string;
  output: ModelSettings['output'];
  knowledge: Knowledge;
  calls: ModelCalls;
  client: ModelClient;
  duties?: Duties;
  /** Told of each answer written: how many claims stood, and why the others did not. */
  onGate?: (event: { kept: number; dropped: readonly string[] }) => void;
}

/** Writes connected answers with the chat model; what does not pass the gate is never seen. */
export function openWriter(deps: WriterDeps): Writer {
  return {
    async improve(asked) {
      try {
        return await improved(deps, asked);
      } catch {
        return asked.answer;
      }
    },
  };
}

type Asked = Parameters<Writer['improve']>[0];

async function improved(deps: WriterDeps, asked: Asked): Promise<Answer> {
  const { knowledge, calls } = deps;
  const { question, asker, answer, person, today, signal } = asked;
  const turn = turnOf(knowledge, question, asker, answer);
  if (!turn) return answer;
  const sentences = openSentences();
  const shown = turn.plans.map(plan => sentences.show(plan, turn.near.get(plan.id)!)).join('\n');
  const called = await calls.call(
    { kind: 'write', person, texts: [fenced(question.said), shown], ...(signal ? { signal } : {}) },
    ([said, text], tools) =>
      runAgent({
        ...deps,
        message: `Câu hỏi:\n<<<\n${said}\n>>>\n\nCác câu của văn bản:\n<<<\n${text}\n>>>`,
        tools: agentTools({ ...deps, duties: deps.duties ?? null, plans: turn.plans, sentences, today }),
        ...tools,
      }),
  );
  if (!called.ok) return answer;
  const { kept, dropped } = gate(called.value.claims, {
    given: sentences.given,
    scope: new Set(turn.plans.map(plan => plan.id)),
    plan: id => knowledge.plan(id),
  });
  deps.onGate?.({ kept: kept.length, dropped: dropped.map(({ why }) => why) });
  return called.value.answers && kept.length > 0
    ? withClaims(answer, kept, sentences.given, turn, question)
    : answer;
}
