import { describe, expect, it } from 'vitest';
import { ConfigFault, readConfig } from './config.ts';

const faultOf = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigFault);
    return (error as Error).message;
  }
  throw new Error('it was taken');
};

describe('the settings of models', () => {
  it('[M63] without a model’s name there is no model, whatever else is set', () => {
    expect(readConfig({}).model).toBeNull();
    expect(
      readConfig({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://x/v1', MODEL_OUTPUT: 'jsonMode' }).model,
    ).toBeNull();
  });

  it('[M63] a named model has its endpoint, its key and its budget', () => {
    const { model } = readConfig({
      CHAT_MODEL: 'qwen3:8b',
      OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1/',
      MODEL_OUTPUT: 'functionCalling',
      MODEL_DAILY_TOKENS: '1000',
      MODEL_DAILY_COST: '2.5',
      MODEL_PRICE_IN: '0.15',
      MODEL_PRICE_OUT: '0.6',
    });
    expect(model).toEqual({
      chatModel: 'qwen3:8b',
      embeddingModel: null,
      baseUrl: 'http://127.0.0.1:11434/v1',
      apiKey: null,
      output: 'functionCalling',
      budget: { dailyTokens: 1000, dailyCost: 2.5, priceIn: 0.15, priceOut: 0.6, priceEmbedding: 0 },
    });
    expect(readConfig({ EMBEDDING_MODEL: 'e', OPENAI_API_KEY: 'k' }).model).toMatchObject({
      baseUrl: null,
      output: 'jsonSchema',
      budget: { dailyCost: null },
    });
  });

  it('[M63] a wrong one stops the start with its name and what would be right, never its value', () => {
    const wrong = {
      CHAT_MODEL: ' bi-mat',
      EMBEDDING_MODEL: 'bi-mat\n2',
      OPENAI_API_KEY: 'bi-mat có cách',
      MODEL_OUTPUT: 'bi-mat',
      MODEL_DAILY_TOKENS: '-5',
      MODEL_DAILY_COST: '1,5',
      MODEL_PRICE_IN: 'bi-mat',
    };
    const message = faultOf(wrong);
    for (const name of Object.keys(wrong)) expect(message).toContain(`Thiết lập ${name} chưa đúng`);
    expect(message).not.toContain('bi-mat');
    for (const url of ['bi-mat', 'ftp://x/v1', 'http://an:bi-mat@x/v1', 'http://x/v1?key=bi-mat']) {
      const told = faultOf({ CHAT_MODEL: 'm', OPENAI_BASE_URL: url });
      expect(told).toContain('Thiết lập OPENAI_BASE_URL chưa đúng');
      expect(told).not.toContain('bi-mat');
    }
  });

  it('[M63] OpenAI’s own address needs a key, and a limit of money needs the prices', () => {
    expect(faultOf({ CHAT_MODEL: 'gpt' })).toContain('Thiết lập OPENAI_API_KEY chưa có');
    const told = faultOf({
      CHAT_MODEL: 'm',
      EMBEDDING_MODEL: 'e',
      OPENAI_BASE_URL: 'http://x/v1',
      MODEL_DAILY_COST: '1',
    });
    for (const name of ['MODEL_PRICE_IN', 'MODEL_PRICE_OUT', 'MODEL_PRICE_EMBEDDING'])
      expect(told).toContain(`Thiết lập ${name} chưa có`);
  });
});

describe('tracing in the environment', () => {
  it.each([
    ['LANGSMITH_TRACING', 'true'],
    ['LANGSMITH_TRACING_V2', 'TRUE'],
    ['LANGCHAIN_TRACING_V2', '1'],
    ['LANGCHAIN_TRACING', 'yes'],
    ['LANGSMITH_OTEL_ENABLED', 'true'],
    ['OTEL_ENABLED', 'true'],
    ['LANGSMITH_GATEWAY', 'https://gateway.example'],
    ['LANGSMITH_RUNS_ENDPOINTS', '[{"api_url":"https://x"}]'],
    ['LANGCHAIN_VERBOSE', 'true'],
  ])('[M64] %s=%s stops the start with a clear word, with and without a model', (name, value) => {
    for (const model of [{}, { CHAT_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }]) {
      const told = faultOf({ ...model, [name]: value });
      expect(told).toContain(`Thiết lập ${name} chưa đúng: phải tắt`);
      expect(told).not.toContain('https://');
    }
  });

  it('[M64] switched off, or a key alone, it does not stand in the way', () => {
    expect(
      readConfig({
        LANGSMITH_TRACING: 'false',
        LANGCHAIN_TRACING_V2: '0',
        LANGSMITH_GATEWAY: '',
        LANGSMITH_API_KEY: 'k',
      }).model,
    ).toBeNull();
  });
});
