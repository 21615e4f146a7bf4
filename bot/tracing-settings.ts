/**
 * What would send questions and plans to another place than the endpoint that the operator named, or print them, as
 * LangChain, LangSmith and OpenAI's library read it from the environment.
 */
const TRACING = [
  'LANGSMITH_TRACING',
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING',
  'LANGCHAIN_TRACING_V2',
  'LANGSMITH_OTEL_ENABLED',
  'OTEL_ENABLED',
  'LANGSMITH_GATEWAY',
  'LANGSMITH_RUNS_ENDPOINTS',
  'LANGCHAIN_VERBOSE',
];
const OFF = new Set(['false', '0', 'no', 'off']);

const WORDS =
  'phải tắt (bỏ dòng này hoặc ghi false): thiết lập ấy làm câu hỏi và văn bản bị gửi tới nơi khác hoặc bị in ra; trợ lý chỉ gửi tới máy chủ mô hình đã nêu trong OPENAI_BASE_URL';

/** The settings that switch tracing on, by name; it stops the start, also where no model is named. */
export function tracingSettings(env: Readonly<Record<string, string | undefined>>): {
  name: string;
  words: string;
}[] {
  return TRACING.filter(name => {
    const value = env[name]?.trim().toLowerCase();
    return value !== undefined && value !== '' && !OFF.has(value);
  }).map(name => ({ name, words: WORDS }));
}
