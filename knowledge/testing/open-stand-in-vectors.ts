import type { Knowledge } from '../knowledge.ts';
import type { EmbedTexts } from '../models/embed-texts.ts';
import { openEmbedTexts } from '../models/embed-texts.ts';
import type { Called, ModelCalls } from '../models/ports.ts';
import type { OpenVectors, VectorsDeps, VectorsEvent } from '../models/vectors.ts';
import { openVectors } from '../models/vectors.ts';
import type { Embed, EmbeddingQuirks } from './model-endpoint/embeddings.ts';
import { embeddings } from './model-endpoint/embeddings.ts';
import type { ModelEndpoint } from './model-endpoint/open-model-endpoint.ts';
import { openModelEndpoint } from './model-endpoint/open-model-endpoint.ts';

export interface StandIn {
  endpoint: ModelEndpoint;
  events: VectorsEvent[];
  embed: EmbedTexts;
  /** Vectors over the endpoint, as after a new start of the program. */
  open(knowledge: Knowledge, options?: Partial<VectorsDeps>): OpenVectors;
  /** Texts embedded so far, requests that failed too. */
  texts(): string[];
}

/** Search by meaning over an endpoint on loopback, kept in `folder`. */
export async function openStandIn(folder: string, embed: Embed, quirks?: EmbeddingQuirks): Promise<StandIn> {
  const endpoint = await openModelEndpoint({ '/embeddings': embeddings(embed, quirks) });
  const events: VectorsEvent[] = [];
  const embedTexts = openEmbedTexts('stand-in', plainClient(endpoint.url), plainCalls);
  return {
    endpoint,
    events,
    embed: embedTexts,
    open: (knowledge, options) =>
      openVectors({
        knowledge,
        model: 'stand-in',
        embed: embedTexts,
        folder,
        report: event => events.push(event),
        ...options,
      }),
    texts: () => endpoint.requests.flatMap(({ body }) => body.input as string[]),
  };
}

const plainClient = (baseURL: string) =>
  ({
    apiKey: 'none',
    maxRetries: 0,
    configuration: { baseURL, fetch, organization: null, project: null, logLevel: 'off' },
  }) as const;

/** Calls without budget, mask or retries: what is left is what embedding itself makes of an endpoint. */
const LIMIT_MS = 5_000;
const plainCalls: ModelCalls = {
  async call({ texts, signal }, run) {
    const limit = AbortSignal.timeout(LIMIT_MS);
    const tools = {
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      mask: (text: string) => text,
      unmask: (text: string) => text,
    };
    try {
      return { ok: true, value: (await run(texts, tools)).value };
    } catch (error) {
      return { ok: false, why: whyOf(error) } satisfies Called<never>;
    }
  },
};

function whyOf(error: unknown): 'busy' | 'refused' | 'nonsense' {
  const { status } = error as { status?: number };
  if (status === undefined) return 'nonsense';
  return status === 429 || status >= 500 ? 'busy' : 'refused';
}
