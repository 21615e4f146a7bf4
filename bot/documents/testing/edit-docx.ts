import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The text of one part of a .docx. */
export const partOf = (docx: Uint8Array, name: string): string => strFromU8(unzipSync(docx)[name]!);

/** The file with one part written anew, as an editor would save it. */
export function editPart(docx: Uint8Array, name: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(docx);
  return zipSync({ ...parts, [name]: strToU8(edit(strFromU8(parts[name] ?? new Uint8Array()))) });
}
