import mammoth from 'mammoth';

/** The words of a .docx as another program reads them, one paragraph a line. */
export async function readBack(docx: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) });
  return value.replace(/\n{2,}/g, '\n');
}
