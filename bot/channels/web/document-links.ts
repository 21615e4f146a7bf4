import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, relative } from 'node:path';
import type { Context, Hono } from 'hono';
import { signInWords } from '../../words/sign-in-words.ts';
import { sameSecret } from '../platform/same-secret.ts';
import { knownPerson } from './person.ts';

export interface DocumentLinks {
  /** The path on this server at which whoever has it can fetch the file for a while. */
  pathTo(file: string): string;
  /** The path at which that person alone, known by their cookie, can fetch the file for a while. */
  pathFor(person: string, file: string): string;
  /** The file that a path stands for, null when it is not ours, not this person's, or has run out. */
  fileAt(token: string, person: string | null): string | null;
}

const VALID_MS = 24 * 3600 * 1000;
const TYPES: Record<string, string> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.ics': 'text/calendar; charset=utf-8',
};

/** Signed addresses of files under `directory`, for platforms that cannot carry files. */
export function openDocumentLinks(directory: string, key: string, now: () => number): DocumentLinks {
  // Nothing in base 36 or base64url holds a line break, so a path for one person is never one for all.
  const sign = (payload: string, person: string | null): string =>
    createHmac('sha256', key)
      .update(person === null ? payload : `${payload}\n${person}`)
      .digest('base64url');
  const token = (file: string, person: string | null): string => {
    const payload = `${(now() + VALID_MS).toString(36)}.${Buffer.from(relative(directory, file)).toString('base64url')}`;
    return `${payload}.${sign(payload, person)}`;
  };
  return {
    pathTo: file => `/tai-lieu/${token(file, null)}`,
    pathFor: (person, file) => `/api/documents/${token(file, person)}`,
    fileAt(given, person) {
      const [expires = '', path = '', mac = ''] = given.split('.');
      if (!sameSecret(mac, sign(`${expires}.${path}`, person)) || Number.parseInt(expires, 36) < now())
        return null;
      const inside = Buffer.from(path, 'base64url').toString('utf8');
      // What we signed is ours; should a document ever lie elsewhere, it is not handed out.
      return isAbsolute(inside) || inside.split(/[\\/]/).includes('..') ? null : join(directory, inside);
    },
  };
}

/** Hands out files by their signed addresses, without sign-in: the address itself is the key. */
export function serveDocuments(app: Hono, links: DocumentLinks): void {
  app.get('/tai-lieu/:token', c => handOut(c, links.fileAt(c.req.param('token'), null)));
}

/** Hands out files on the page, behind its door, each to the person it was made for. */
export function serveOwnDocuments(app: Hono, links: DocumentLinks): void {
  app.get('/api/documents/:token', c => {
    const person = knownPerson(c);
    return handOut(c, person === null ? null : links.fileAt(c.req.param('token'), person));
  });
}

async function handOut(c: Context, file: string | null): Promise<Response> {
  const bytes = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || bytes === null) return c.text(signInWords.linkOver, 404);
  c.header('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(basename(file))}`);
  c.header('Cache-Control', 'private, no-store');
  return c.body(new Uint8Array(bytes));
}
