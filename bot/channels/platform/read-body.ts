/** Longest webhook body taken, in bytes; the platforms' events are a few kilobytes. */
export const LONGEST_BODY = 1024 * 1024;

/** The raw body of a webhook request as text, null when it is longer than `longest` bytes. */
export async function readBody(request: Request, longest = LONGEST_BODY): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > longest) return null;
  if (request.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > longest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A JSON object read from text, null for anything else. */
export function readObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
