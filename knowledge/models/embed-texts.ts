import type { ModelClient } from './calls-client.ts';
import { readEmbeddings } from './embed-protocol.ts';
import type { Called, ModelCalls } from './ports.ts';

/** Texts in one request: some servers take no more. */
export const MOST_TEXTS = 32;

/**
 * Gives texts their vectors, of unit length and one dimension. `person` null: no person's budget (plans that are
 * indexed).
 */
export type EmbedTexts = (
  texts: readonly string[],
  asked: { person: string | null; signal?: AbortSignal },
) => Promise<Called<Float32Array[]>>;

/** Embeds by the endpoint that the operator named, through LangChain; `client` as `modelClient` makes it. */
export function openEmbedTexts(model: string, client: ModelClient, calls: ModelCalls): EmbedTexts {
  /** This server refuses requests that say in which form they want the vectors. */
  let formless = false;

  /** One request; what servers do otherwise is set right before LangChain reads the answer. */
  async function request(
    url: Parameters<typeof fetch>[0],
    init: RequestInit,
    texts: number,
  ): Promise<{ response: Response; tokens: number | null }> {
    const send = (): Promise<Response> =>
      client.configuration.fetch(url, { ...init, body: formless ? withoutForm(init.body) : init.body });
    let response = await send();
    if (!formless && [400, 415, 422, 501].includes(response.status)) {
      const refusal = await response.text();
      if (!/encoding_?format|base64/i.test(refusal))
        return { response: new Response(refusal, { status: response.status }), tokens: null };
      formless = true;
      response = await send();
    }
    if (!response.ok) return { response, tokens: null };
    const { vectors, tokens } = readEmbeddings(await response.json(), texts);
    const data = vectors.map((vector, index) => ({ object: 'embedding', index, embedding: [...vector] }));
    return { response: Response.json({ object: 'list', model, data }), tokens };
  }

  return (texts, { person, signal }) =>
    calls.call({ kind: 'embed', person, texts, ...(signal ? { signal } : {}) }, async (masked, tools) => {
      const { OpenAIEmbeddings } = await import('@langchain/openai');
      let tokensIn = estimate(masked);
      const embeddings = new OpenAIEmbeddings({
        ...client,
        model,
        batchSize: masked.length,
        // The default, base64, comes back as zeros or as a quarter of the numbers from many local servers.
        encodingFormat: 'float',
        stripNewLines: false,
        configuration: {
          ...client.configuration,
          fetch: async (url, init = {}) => {
            const { response, tokens } = await request(url, { ...init, signal: tools.signal }, masked.length);
            tokensIn = tokens ?? tokensIn;
            return response;
          },
        },
      });
      const vectors = await embeddings.embedDocuments([...masked]);
      return {
        value: vectors.map(vector => Float32Array.from(vector)),
        usage: { tokensIn, tokensOut: 0 },
      };
    });
}

function withoutForm(body: RequestInit['body']): RequestInit['body'] {
  if (typeof body !== 'string') return body;
  const { encoding_format: _, ...rest } = JSON.parse(body) as Record<string, unknown>;
  return JSON.stringify(rest);
}

/** Vietnamese comes to about three characters a token. */
function estimate(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Math.ceil(text.length / 3), 0);
}
