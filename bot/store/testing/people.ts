import type { AssessmentRecord, Change, Invitation, Unit } from '../records.ts';
import type { Exchange, Store } from '../store.ts';

export const NOW = '2026-11-21T01:00:00Z';

export const said = (text: string, key: string | null = null): Exchange => ({
  key,
  said: text,
  replies: [{ text: `Đã nghe: ${text}` }],
});

export const unit = (id: string, name = `Chi bộ ${id}`): Unit => ({
  id,
  name,
  plan: 'tkv-1288-kh-du',
  subject: 'chi-bo-truc-thuoc',
  superior: null,
  place: null,
});

export const assessment = (id: string, of: string): Omit<AssessmentRecord, 'events' | 'submitted'> => ({
  id,
  unit: of,
  plan: 'tkv-1288-kh-du',
  subject: 'chi-bo-truc-thuoc',
  year: 2026,
  rulebook: 'sha256:1',
});

export const answered = (
  of: string,
  requirement: string,
  value: unknown,
  note: string | null = null,
): Change => ({
  type: 'answered',
  assessment: of,
  event: { requirement, value, note, source: 'prompt' },
});

export const invitation = (
  codeHash: string,
  of: string,
  role: Invitation['role'],
  by = 'bi-thu',
): Invitation => ({
  codeHash,
  unit: of,
  role,
  by,
  expiresAt: '2026-11-21T02:00:00Z',
  usedBy: null,
});

/** Opens unit u1 with the assessment a1, both of the secretary `bi-thu`. */
export async function openUnit(store: Store): Promise<void> {
  await store.keep('bi-thu', {}, said('mở chi bộ'), [
    { type: 'unit-opened', unit: unit('u1') },
    { type: 'assessment-opened', assessment: assessment('a1', 'u1') },
  ]);
}

/** The secretary invites, and the person joins u1. */
export async function joinUnit(store: Store, person: string, role: Invitation['role']): Promise<void> {
  const code = `ma-${person}-${role}`;
  await store.keep('bi-thu', {}, said('mời'), [
    { type: 'invited', invitation: invitation(code, 'u1', role) },
  ]);
  await store.keep(person, {}, said('vào'), [{ type: 'joined', codeHash: code }]);
}
