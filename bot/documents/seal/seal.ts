/**
 * What a document carries of its making, so that it can be checked later: from which answers, under which
 * rulebook, with which verdict, and the hash of its words.
 *
 * It finds mistakes, lost pages and edits; it is no signature. Whoever knows the program can seal anew.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';

export const documentKinds = ['self-review', 'build-plan', 'results'] as const;
export type DocumentKind = (typeof documentKinds)[number];

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

export const sealSchema = z.strictObject({
  kind: z.enum(documentKinds),
  plan: z.string().min(1),
  /** null: the document speaks of several units. */
  subject: z.string().min(1).nullable(),
  year: z.number().int(),
  /** Hash of the rulebook; null where the document was made without one. */
  rulebook: hash.nullable(),
  /** Outcome and words as issued; null where the document gives none. */
  verdict: z.strictObject({ outcome: z.string(), words: z.string() }).nullable(),
  /** What it was made from: answers by requirement, or the lists of a notice. */
  answers: z.record(z.string(), z.unknown()),
  answersHash: hash,
  textHash: hash,
  program: z.string(),
});
export type Seal = z.infer<typeof sealSchema>;

/** What is known before the text is. */
export type SealFacts = Omit<Seal, 'answersHash' | 'textHash' | 'program'>;

export const sha256 = (text: string): string =>
  `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;

export const answersHashOf = (answers: Seal['answers']): string => sha256(canonicalJson(answers));

/** `ab12-cd34-ef56-7890`: stands at the foot of every page. */
export function codeOf(seal: Seal): string {
  const hex = sha256(canonicalJson(seal)).slice('sha256:'.length);
  return hex.slice(0, 16).replace(/(.{4})(?=.)/g, '$1-');
}

const prefix = 'TroLyCapUy.';
// Word keeps at most 255 characters of a property.
const longest = 200;

/** The seal as custom properties of the file. */
export function sealProperties(seal: Seal): { name: string; value: string }[] {
  const packed = Buffer.from(canonicalJson(seal), 'utf8').toString('base64url');
  const pieces = packed.match(new RegExp(`.{1,${longest}}`, 'g')) ?? [];
  // What a person who opens the file's properties can read; the data are in the numbered pieces.
  const shown = {
    MaKiemTra: codeOf(seal),
    Loai: seal.kind,
    KeHoach: seal.plan,
    DoiTuong: seal.subject ?? '-',
    Nam: String(seal.year),
    BoTieuChi: seal.rulebook ?? '-',
    CauTraLoi: seal.answersHash,
    NoiDung: seal.textHash,
    PhanMem: seal.program,
  };
  return [
    ...Object.entries(shown).map(([name, value]) => ({ name: prefix + name, value })),
    ...pieces.map((value, at) => ({ name: `${prefix}DuLieu.${String(at + 1).padStart(4, '0')}`, value })),
  ];
}

export type ReadSeal = { seal: Seal } | 'none' | 'damaged';

/** The seal out of a file's custom properties. */
export function readSeal(properties: ReadonlyMap<string, string>): ReadSeal {
  const names = [...properties.keys()].filter(name => name.startsWith(prefix));
  if (names.length === 0) return 'none';
  const pieces = names.filter(name => name.startsWith(`${prefix}DuLieu.`)).sort();
  try {
    const text = Buffer.from(pieces.map(name => properties.get(name)).join(''), 'base64url').toString('utf8');
    const seal = sealSchema.parse(JSON.parse(text));
    const expected = sealProperties(seal);
    const whole =
      expected.length === names.length && expected.every(({ name, value }) => properties.get(name) === value);
    return whole && answersHashOf(seal.answers) === seal.answersHash ? { seal } : 'damaged';
  } catch {
    return 'damaged';
  }
}
