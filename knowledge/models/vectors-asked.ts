import type { EmbedTexts } from './embed-texts.ts';
import type { Called } from './ports.ts';

export type Failure = Exclude<Called<never>, { ok: true }>['why'];

/** Said when the endpoint stops giving vectors of questions, and when it gives them again. */
export type AskedEvent = { what: 'words-alone'; why: Failure } | { what: 'by-meaning-again' };

/** The vectors of questions. */
export interface AskedVectors {
  /** Null: it could not be had; words alone. */
  vectorOf(text: string, person: string): Promise<Float32Array | null>;
}

const KEPT = 300;

/** Keeps the vectors of the last few hundred questions, in memory: people ask the same things. */
export function openAskedVectors(embed: EmbedTexts, report: (event: AskedEvent) => void): AskedVectors {
  const kept = new Map<string, Float32Array>();
  let wordsAlone = false;
  return {
    async vectorOf(text, person) {
      const known = kept.get(text);
      if (known) {
        kept.delete(text);
        kept.set(text, known);
        return known;
      }
      const embedded = await embed([text], { person });
      if (!embedded.ok) {
        if (!wordsAlone) report({ what: 'words-alone', why: embedded.why });
        wordsAlone = true;
        return null;
      }
      if (wordsAlone) report({ what: 'by-meaning-again' });
      wordsAlone = false;
      const [vector] = embedded.value;
      kept.set(text, vector!);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return vector!;
    },
  };
}
