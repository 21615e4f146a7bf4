export interface FormPart {
  name: string;
  filename?: string;
  bytes: Buffer;
}

/**
 * The parts of a multipart/form-data body, byte by byte: grammY leaves the filename unquoted and writes header names
 * in small letters, which `Response.formData()` refuses. Throws where the body is no such form.
 */
export function readForm(contentType: string, body: Buffer): FormPart[] {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (!boundary) throw new Error('a form without a boundary');
  const mark = Buffer.from(`--${boundary}`);
  const parts: FormPart[] = [];
  let at = body.indexOf(mark);
  if (at !== 0) throw new Error('a form that does not begin with its boundary');
  for (;;) {
    at += mark.length;
    if (body.subarray(at, at + 2).toString() === '--') return parts;
    const headEnd = body.indexOf('\r\n\r\n', at);
    const end = body.indexOf(Buffer.concat([Buffer.from('\r\n'), mark]), headEnd);
    if (headEnd < 0 || end < 0) throw new Error('a form that does not end');
    parts.push(readPart(body.subarray(at + 2, headEnd).toString('utf8'), body.subarray(headEnd + 4, end)));
    at = end + 2;
  }
}

function readPart(head: string, bytes: Buffer): FormPart {
  const disposition = head.split('\r\n').find(line => /^content-disposition:\s*form-data/i.test(line));
  const name = /[;\s]name="([^"]*)"/.exec(disposition ?? '')?.[1];
  if (name === undefined) throw new Error('a part without a name');
  const filename = /filename="([^"]*)"|filename=([^"].*)$/.exec(disposition!);
  return { name, bytes, ...(filename && { filename: filename[1] ?? filename[2]! }) };
}
