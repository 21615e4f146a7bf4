import type { Reply, Route, SeenRequest } from './open-model-endpoint.ts';
import { Refused } from './open-model-endpoint.ts';

/** What was asked for, as a liar reads it before it answers. */
export interface ChatSeen {
  /** How a final answer is asked for. */
  how: 'jsonSchema' | 'functionCalling' | 'jsonMode' | 'text';
  /** Every message as text, in order. */
  messages: readonly { role: string; text: string }[];
  /** Lines `[id] text` in any message: sentences that may be cited. */
  offered: readonly { id: string; text: string }[];
  /** Tools that may be called, the one of the final answer left out. */
  tools: readonly string[];
  /** Names of the tools whose results are already there. */
  results: readonly string[];
  request: SeenRequest;
}

/** What the endpoint says. */
export type Said =
  /** The final answer, in whatever form was asked for. */
  | { answer: unknown }
  | { tools: readonly { name: string; args: unknown }[] }
  | { text: string }
  | { refusal: string }
  /** It stopped in the middle: `finish_reason: length`. */
  | { cut: string };

export type ChatScript = (seen: ChatSeen) => Said | Promise<Said>;

interface Tool {
  type: string;
  function: { name: string; parameters?: { properties?: Record<string, unknown> } };
}

const ROLES = new Set(['system', 'developer', 'user', 'assistant', 'tool']);

/** `/chat/completions` as OpenAI's own endpoint takes it, refusing what that refuses; the script says what it answers. */
export function chatCompletions(script: ChatScript): Route {
  let count = 0;
  return async (body, request) => {
    const messages = messagesOf(body);
    const tools = toolsOf(body);
    const how = howOf(body, tools);
    const final = tools.find(isFinal);
    const names = tools.filter(tool => tool !== final).map(tool => tool.function.name);
    const texts = messages.map(({ role, content }) => ({ role, text: textOf(content) }));
    const said = await script({
      how,
      messages: texts,
      offered: texts.flatMap(({ text }) =>
        [...text.matchAll(/^\[(s\d+)\] (.*)$/gmu)].map(([, id, line]) => ({ id: id!, text: line! })),
      ),
      tools: names,
      results: texts.filter(({ role }) => role === 'tool').map(({ text }) => text),
      request,
    });
    count++;
    const message = messageOf(said, how, final?.function.name ?? null, count);
    return replyOf(message, 'cut' in said, body, count);
  };
}

function messagesOf(body: Record<string, unknown>): { role: string; content: unknown }[] {
  if (typeof body.model !== 'string' || body.model === '')
    throw new Refused('you must provide a model parameter');
  if (!Array.isArray(body.messages) || body.messages.length === 0) throw new Refused("'messages' is missing");
  const waiting = new Set<string>();
  for (const message of body.messages as Record<string, unknown>[]) {
    if (!ROLES.has(String(message.role))) throw new Refused(`invalid role: ${String(message.role)}`);
    if (message.role === 'tool') {
      if (!waiting.delete(String(message.tool_call_id))) throw new Refused("'tool' without its 'tool_calls'");
    } else if (waiting.size > 0) throw new Refused("'tool_calls' must be followed by tool messages");
    for (const call of (message.tool_calls as { id: string }[] | undefined) ?? []) waiting.add(call.id);
    if (message.role !== 'assistant' && textOf(message.content) === '')
      throw new Refused('content is missing');
  }
  return body.messages as { role: string; content: unknown }[];
}

function toolsOf(body: Record<string, unknown>): Tool[] {
  const tools = (body.tools as Tool[] | undefined) ?? [];
  for (const {
    type,
    function: { name },
  } of tools) {
    if (type !== 'function' || !/^[a-zA-Z0-9_-]{1,64}$/.test(name))
      throw new Refused(`invalid tool: ${name}`);
  }
  return tools;
}

function howOf(body: Record<string, unknown>, tools: readonly Tool[]): ChatSeen['how'] {
  const format = body.response_format as { type?: string; json_schema?: { schema?: unknown } } | undefined;
  if (format?.type === 'json_schema') {
    if (!format.json_schema?.schema) throw new Refused("missing 'json_schema.schema'");
    return 'jsonSchema';
  }
  if (format?.type === 'json_object') {
    if (!/json/i.test(JSON.stringify(body.messages)))
      throw new Refused("'messages' must contain the word 'json'");
    return 'jsonMode';
  }
  return tools.some(isFinal) ? 'functionCalling' : 'text';
}

function isFinal({ function: { parameters } }: Tool): boolean {
  return parameters?.properties !== undefined && 'claims' in parameters.properties;
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map(part => (part as { text?: string }).text ?? '').join('');
}

function messageOf(
  said: Said,
  how: ChatSeen['how'],
  final: string | null,
  count: number,
): Record<string, unknown> {
  const called = (calls: readonly { name: string; args: unknown }[]) => ({
    role: 'assistant',
    content: null,
    tool_calls: calls.map(({ name, args }, i) => ({
      id: `call_${count}_${i}`,
      type: 'function',
      function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
    })),
  });
  if ('tools' in said) return called(said.tools);
  if ('refusal' in said) return { role: 'assistant', content: null, refusal: said.refusal };
  if ('text' in said) return { role: 'assistant', content: said.text };
  const text = 'cut' in said ? said.cut : JSON.stringify(said.answer);
  if (how === 'functionCalling' && final) return called([{ name: final, args: text }]);
  return { role: 'assistant', content: text };
}

function replyOf(
  message: Record<string, unknown>,
  cut: boolean,
  body: Record<string, unknown>,
  count: number,
): Reply {
  const finish = cut ? 'length' : message.tool_calls ? 'tool_calls' : 'stop';
  const usage = { prompt_tokens: 900, completion_tokens: 90, total_tokens: 990 };
  const base = { id: `chatcmpl-${count}`, created: 1700000000, model: body.model };
  if (body.stream !== true) {
    return {
      json: {
        ...base,
        object: 'chat.completion',
        choices: [
          { index: 0, message: { refusal: null, ...message }, finish_reason: finish, logprobs: null },
        ],
        usage,
      },
    };
  }
  const chunk = (delta: unknown, reason: string | null = null) => ({
    ...base,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: reason }],
  });
  const pieces = String(message.content ?? '').match(/[\s\S]{1,20}/gu) ?? [];
  const calls = ((message.tool_calls as object[] | undefined) ?? []).map((call, index) => ({
    index,
    ...call,
  }));
  return {
    chunks: [
      chunk({ role: 'assistant', content: '' }),
      ...pieces.map(content => chunk({ content })),
      ...(calls.length > 0 ? [chunk({ tool_calls: calls })] : []),
      chunk({}, finish),
      { ...base, object: 'chat.completion.chunk', choices: [], usage },
    ],
  };
}
