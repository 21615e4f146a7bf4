import type { Asked } from '../loopback.ts';
import { readForm } from '../multipart.ts';
import { bad } from './refusal.ts';

export interface Payload {
  fields: Record<string, unknown>;
  files: Map<string, { name: string; bytes: Buffer }>;
}

/** What a method was called with: JSON, a form, or the query. */
export function readPayload({ headers, body, path }: Asked): Payload {
  const type = headers['content-type'] ?? '';
  const query = Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''));
  if (body.length === 0) return { fields: query, files: new Map() };
  if (type.startsWith('application/json'))
    return { fields: { ...query, ...readJson(body) }, files: new Map() };
  if (type.startsWith('multipart/form-data')) return readParts(type, body);
  if (type.startsWith('application/x-www-form-urlencoded'))
    return {
      fields: { ...query, ...Object.fromEntries(new URLSearchParams(body.toString())) },
      files: new Map(),
    };
  throw bad('unsupported content type');
}

function readJson(body: Buffer): Record<string, unknown> {
  try {
    return JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  } catch {
    throw bad("can't parse JSON object");
  }
}

function readParts(type: string, body: Buffer): Payload {
  const fields: Record<string, unknown> = {};
  const files: Payload['files'] = new Map();
  let parts: ReturnType<typeof readForm>;
  try {
    parts = readForm(type, body);
  } catch (error) {
    throw bad((error as Error).message);
  }
  for (const { name, filename, bytes } of parts) {
    if (filename === undefined) fields[name] = bytes.toString('utf8');
    else files.set(name, { name: filename, bytes });
  }
  return { fields, files };
}

/** A parameter that is JSON in forms and queries and a value in JSON bodies. */
export function listOf(value: unknown): string[] | undefined {
  if (value === undefined) return undefined;
  const list: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  if (!Array.isArray(list)) throw bad('expected an Array');
  return list as string[];
}
