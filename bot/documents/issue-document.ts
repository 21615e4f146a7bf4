/** Packs a document together with its seal: the words first, then the seal over them. */
import type { FileChild } from 'docx';
import manifest from '../../package.json' with { type: 'json' };
import { documentWords as words } from '../words/document-words.ts';
import type { Form } from './form.ts';
import { packDocument } from './pack-document.ts';
import { openDocx } from './seal/open-docx.ts';
import { answersHashOf, codeOf, type Seal, type SealFacts, sealProperties, sha256 } from './seal/seal.ts';

export interface Issue {
  form: Form;
  title: string;
  date: string;
  facts: SealFacts;
  /** Makes the blocks anew each time it is called: packing uses them up. */
  blocks: () => FileChild[];
}

export async function issueDocument({ form, title, date, facts, blocks }: Issue): Promise<Uint8Array> {
  const pack = (footerLine: string, properties: Seal | null): Promise<Uint8Array> =>
    packDocument({
      form,
      title,
      date,
      blocks: blocks(),
      footerLine,
      properties: properties === null ? [] : sealProperties(properties),
    });
  const opened = openDocx(await pack('', null));
  if (typeof opened === 'string') throw new Error(`a document that was just made cannot be read: ${opened}`);
  const seal: Seal = {
    ...facts,
    answersHash: answersHashOf(facts.answers),
    textHash: sha256(opened.docx.text),
    program: manifest.version,
  };
  return pack(words.checkCode(codeOf(seal)), seal);
}
