import type { Reply, Route } from './open-model-endpoint.ts';
import { Refused } from './open-model-endpoint.ts';

/** Gives a text a direction; texts that mean the same should point the same way. */
export type Embed = (text: string) => readonly number[];

/** What local servers do otherwise than OpenAI's own endpoint. */
export interface EmbeddingQuirks {
  /** Every request that says `encoding_format` is refused (Ollama behind some gateways). */
  refusesFormat?: boolean;
  /** Answers in base64 whatever was asked for. */
  alwaysBase64?: boolean;
  /** The vectors come in another order, told by `index`. */
  shuffled?: boolean;
  /** What comes instead of a vector, by its place in the answer; undefined: the right one. */
  instead?: (place: number) => unknown;
  /** One vector fewer than texts. */
  oneShort?: boolean;
}

const MOST_INPUTS = 2048;

/** Speaks `/embeddings` as OpenAI documents it; what the protocol does not allow is refused. */
export function embeddings(embed: Embed, quirks: EmbeddingQuirks = {}): Route {
  return (body): Reply => {
    const { model, input, encoding_format: format = 'float', ...others } = body;
    if (typeof model !== 'string' || model === '') throw new Refused('you must provide a model parameter');
    const inputs = typeof input === 'string' ? [input] : input;
    if (!Array.isArray(inputs) || inputs.length === 0 || inputs.length > MOST_INPUTS)
      throw new Refused(`'input' must hold 1 to ${MOST_INPUTS} texts`);
    if (inputs.some(text => typeof text !== 'string' || text === ''))
      throw new Refused("'input' cannot hold an empty text");
    if (format !== 'float' && format !== 'base64') throw new Refused(`unknown encoding_format`);
    if (quirks.refusesFormat && 'encoding_format' in body)
      throw new Refused('UnsupportedParamsError: encoding_format');
    const stranger = Object.keys(others).find(key => !['dimensions', 'user'].includes(key));
    if (stranger !== undefined) throw new Refused(`Unrecognized request argument supplied: ${stranger}`);
    const data = (inputs as string[]).map((text, index) => {
      const vector = quirks.instead?.(index) ?? embed(text);
      const packed = format === 'base64' || quirks.alwaysBase64;
      return { object: 'embedding', index, embedding: packed ? base64(vector) : vector };
    });
    if (quirks.shuffled) data.reverse();
    if (quirks.oneShort) data.pop();
    const tokens = (inputs as string[]).reduce((sum, text) => sum + Math.ceil(text.length / 3), 0);
    return {
      json: { object: 'list', model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } },
    };
  };
}

function base64(vector: unknown): string {
  return Buffer.from(new Float32Array(vector as number[]).buffer).toString('base64');
}
