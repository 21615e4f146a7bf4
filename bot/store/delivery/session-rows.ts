import type { Queries } from '../database.ts';

/** Lets the holder of a token in until then; tokens are kept by their hash. */
export async function openSession(queries: Queries, tokenHash: string, expiresAt: number): Promise<void> {
  await queries.insertInto('web_sessions').values({ token_hash: tokenHash, expires_at: expiresAt }).execute();
}

/** Whether the token lets in. */
export async function isSession(queries: Queries, tokenHash: string, now: number): Promise<boolean> {
  const rows = queries.selectFrom('web_sessions').select('token_hash').where('token_hash', '=', tokenHash);
  return (await rows.where('expires_at', '>', now).executeTakeFirst()) !== undefined;
}

export async function closeSession(queries: Queries, tokenHash: string): Promise<void> {
  await queries.deleteFrom('web_sessions').where('token_hash', '=', tokenHash).execute();
}
