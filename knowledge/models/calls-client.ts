import { causes } from './calls-fault.ts';
import type { ModelSettings } from './ports.ts';

/** OpenAI's own address; named here, because its library would otherwise ask the environment. */
const OPENAI = 'https://api.openai.com/v1';
const MOST_TRIES = 4;
const FIRST_PAUSE_MS = 250;
/** Whoever says “come again in a minute” is not waited for. */
const LONGEST_PAUSE_MS = 5000;

/** Two thousand vectors of three thousand numbers; nothing else comes near. */
const MOST_BYTES = 64 * 2 ** 20;

/** How every LangChain model is opened: `new ChatOpenAI({ model, ...client })`. */
export interface ModelClient {
  apiKey: string;
  /** Retries are this client's own. */
  maxRetries: 0;
  configuration: {
    baseURL: string;
    fetch: typeof fetch;
    organization: null;
    project: null;
    /** The library would log requests, words and all, when the environment says so. */
    logLevel: 'off';
  };
}

export interface ClientDeps {
  /** 0 … 1, for pauses that differ. */
  chance: () => number;
}

/** The endpoint sends to another address; that one was not named by the operator. */
export class EndpointMoved extends Error {
  override name = 'EndpointMoved';
}

/** More came than any answer has. */
export class EndpointFlood extends Error {
  override name = 'EndpointFlood';
}

export function endpointOf({ baseUrl }: Pick<ModelSettings, 'baseUrl'>): string {
  return (baseUrl ?? OPENAI).replace(/\/+$/, '');
}

/** The client of the endpoint that the operator named, and of no other. */
export function modelClient(
  settings: Pick<ModelSettings, 'baseUrl' | 'apiKey'>,
  deps: ClientDeps,
): ModelClient {
  const baseURL = endpointOf(settings);
  return {
    apiKey: settings.apiKey ?? 'none',
    maxRetries: 0,
    configuration: {
      baseURL,
      fetch: endpointFetch(baseURL, settings.apiKey !== null, deps),
      organization: null,
      project: null,
      logLevel: 'off',
    },
  };
}

/**
 * `fetch` to one origin: follows no redirect, sends a key only where there is one, and tries again with growing
 * pauses when the endpoint is busy (429 as it asks, 5xx) or the connection is reset, until the call's signal ends it.
 */
function endpointFetch(baseUrl: string, keyed: boolean, { chance }: ClientDeps): typeof fetch {
  const { origin } = new URL(baseUrl);
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (new URL(url).origin !== origin) throw new EndpointMoved();
    const headers = new Headers(init?.headers);
    if (!keyed) headers.delete('authorization');
    for (let tries = 1; ; tries += 1) {
      const last = tries === MOST_TRIES;
      try {
        const response = await fetch(url, { ...init, headers, redirect: 'manual' });
        const { status } = response;
        if (status >= 300 && status < 400) throw new EndpointMoved();
        if (last || !(status === 408 || status === 429 || status >= 500)) return bounded(response);
        const pause = askedPause(response.headers) ?? grown(tries, chance);
        if (pause > LONGEST_PAUSE_MS) return bounded(response);
        await response.body?.cancel();
        await paused(pause, init?.signal);
      } catch (error) {
        if (last || init?.signal?.aborted || !wasReset(error)) throw error;
        await paused(grown(tries, chance), init?.signal);
      }
    }
  };
}

/** The response, whose body fails when it does not end in reasonable size. */
function bounded(response: Response): Response {
  if (!response.body) return response;
  let size = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      size += part.length;
      if (size > MOST_BYTES) controller.error(new EndpointFlood());
      else controller.enqueue(part);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(counted), { status, statusText, headers });
}

function grown(tries: number, chance: () => number): number {
  return FIRST_PAUSE_MS * 2 ** (tries - 1) * (0.75 + chance() / 2);
}

/** Milliseconds that the endpoint asks to wait; null: it does not say in a number. */
function askedPause(headers: Headers): number | null {
  const ms = Number(headers.get('retry-after-ms') ?? Number.NaN);
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const pause = Number.isFinite(ms) ? ms : seconds * 1000;
  return Number.isFinite(pause) && pause >= 0 ? pause : null;
}

function wasReset(error: unknown): boolean {
  return causes(error).some(
    ({ code }) => code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' || code === 'EPIPE',
  );
}

function paused(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((done, fail) => {
    const stop = (): void => {
      clearTimeout(timer);
      fail(signal!.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      done();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
