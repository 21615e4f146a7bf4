import { expect, it } from 'vitest';
import type { Change } from '../records.ts';
import type { Store } from '../store.ts';
import { answered, assessment, invitation, joinUnit, NOW, openUnit, said, unit } from './people.ts';

/** What holds of units, people and answers in a store. */
export function unitFacts(open: () => Promise<Store>, clock: { now: string }): void {
  it('[K4] numbers answers 1, 2, 3, … and gives them back with who, when, source and note', async () => {
    const store = await open();
    await openUnit(store);
    await joinUnit(store, 'pho', 'deputy');
    await store.keep('bi-thu', {}, said('đạt'), [answered('a1', 'cb-1.1.1', 'met', 'Biên bản 12/3')]);
    clock.now = '2026-11-21T01:05:00Z';
    await store.keep('pho', {}, said('9/10'), [
      answered('a1', 'cb-1.1.3b', { part: 9, whole: 10 }),
      answered('a1', 'cb-1.1.1', null),
    ]);
    const [record] = (await store.world('bi-thu')).assessments;
    expect(record).toEqual({ ...assessment('a1', 'u1'), submitted: null, events: record!.events });
    const by = { source: 'prompt', note: null };
    expect(record!.events).toEqual([
      {
        ...by,
        seq: 1,
        requirement: 'cb-1.1.1',
        value: 'met',
        note: 'Biên bản 12/3',
        person: 'bi-thu',
        at: NOW,
      },
      {
        ...by,
        seq: 2,
        requirement: 'cb-1.1.3b',
        value: { part: 9, whole: 10 },
        person: 'pho',
        at: clock.now,
      },
      { ...by, seq: 3, requirement: 'cb-1.1.1', value: null, person: 'pho', at: clock.now },
    ]);
  });

  it('[K4] starting over takes each standing answer back and deletes none', async () => {
    const store = await open();
    await openUnit(store);
    const before = [answered('a1', 'x', 'met'), answered('a1', 'y', 'met'), answered('a1', 'x', null)];
    await store.keep('bi-thu', {}, said('…'), before);
    await store.keep('bi-thu', {}, said('làm lại'), [{ type: 'started-over', assessment: 'a1' }]);
    await store.keep('bi-thu', {}, said('làm lại nữa'), [{ type: 'started-over', assessment: 'a1' }]);
    const { events } = (await store.world('bi-thu')).assessments[0]!;
    expect(events.map(({ seq, requirement, value }) => [seq, requirement, value])).toEqual([
      [1, 'x', 'met'],
      [2, 'y', 'met'],
      [3, 'x', null],
      [4, 'y', null],
    ]);
  });

  it('[K4] a submission is kept with the last answer it counted; a later one stands beside it', async () => {
    const store = await open();
    await openUnit(store);
    const submitted = (outcome: string): Change => ({
      type: 'submitted',
      assessment: 'a1',
      evaluation: { outcome },
    });
    await store.keep('bi-thu', {}, said('nộp'), [answered('a1', 'x', 'unmet'), submitted('unmet')]);
    await store.keep('bi-thu', {}, said('nộp lại'), [answered('a1', 'x', 'met'), submitted('met')]);
    const [record] = (await store.world('bi-thu')).assessments;
    expect(record!.submitted).toEqual({ at: NOW, person: 'bi-thu', seq: 2, evaluation: { outcome: 'met' } });
  });

  it('[K5] shows a person their units and those units’ assessments, oldest first, and nothing of others', async () => {
    const store = await open();
    await openUnit(store);
    await store.keep('nguoi-la', {}, said('mở'), [
      { type: 'unit-opened', unit: unit('u9', '=HYPERLINK("x")') },
    ]);
    for (const id of ['u3', 'u2']) {
      const opened: Change[] = [
        { type: 'unit-opened', unit: unit(id) },
        { type: 'assessment-opened', assessment: assessment(`z-${id}`, id) },
        { type: 'assessment-opened', assessment: assessment(`b-${id}`, id) },
      ];
      await store.keep('bi-thu', {}, said('mở'), opened);
    }
    const world = await store.world('bi-thu');
    expect(world.memberships.map(({ unit: { id }, role }) => [id, role])).toEqual(
      ['u1', 'u3', 'u2'].map(id => [id, 'secretary']),
    );
    expect(world.assessments.map(({ id }) => id)).toEqual(['a1', 'z-u2', 'b-u2', 'z-u3', 'b-u3']);
    expect(await store.world('nguoi-la')).toMatchObject({
      memberships: [{ unit: unit('u9', '=HYPERLINK("x")'), role: 'secretary' }],
      assessments: [],
    });
    expect(await store.world('khong-ai')).toMatchObject({ memberships: [], assessments: [] });
  });

  it('[K6] refuses a change by somebody whose role does not allow it, and writes nothing', async () => {
    const store = await open();
    await openUnit(store);
    await joinUnit(store, 'pho', 'deputy');
    await joinUnit(store, 'dang-vien', 'member');
    const assess: Change[] = [
      { type: 'assessment-opened', assessment: assessment('a2', 'u1') },
      answered('a1', 'x', 'met'),
      { type: 'started-over', assessment: 'a1' },
      { type: 'submitted', assessment: 'a1', evaluation: null },
      { type: 'rulebook-seen', assessment: 'a1', rulebook: 'sha256:2' },
    ];
    const lead = (by: string): Change[] => [
      { type: 'unit-described', unit: 'u1', name: 'Khác' },
      { type: 'invited', invitation: invitation('ma-moi', 'u1', 'member', by) },
    ];
    const before = await store.world('bi-thu');
    for (const [person, changes] of [
      ['dang-vien', assess],
      ['nguoi-la', assess],
      ['pho', lead('pho')],
      ['dang-vien', lead('dang-vien')],
      ['nguoi-la', lead('nguoi-la')],
      ['pho', lead('bi-thu')],
      ['bi-thu', [{ type: 'invited', invitation: invitation('ma-moi', 'u1', 'member', 'pho') }]],
      ['nguoi-la', [{ type: 'unit-opened', unit: unit('u1') }]],
      ['nguoi-la', [{ type: 'joined', codeHash: 'khong-co' }]],
    ] as [string, Change[]][]) {
      for (const change of changes) {
        await expect(
          store.keep(person, {}, said('…'), [change]),
          `${person} ${change.type}`,
        ).rejects.toThrow();
      }
    }
    expect(await store.world('bi-thu')).toEqual(before);
    expect(await store.invitation('ma-moi')).toBeNull();
    for (const change of assess) expect(await store.keep('pho', {}, said('…'), [change])).toBe('kept');
    for (const change of lead('bi-thu'))
      expect(await store.keep('bi-thu', {}, said('…'), [change])).toBe('kept');
    expect((await store.world('pho')).memberships[0]!.unit).toEqual({ ...unit('u1'), name: 'Khác' });
  });

  it('[K7] a code lets one person in, once, before it runs out, and is kept as its hash', async () => {
    const [store, other] = [await open(), await open()];
    await openUnit(store);
    const invited: Change[] = ['ma-1', 'ma-2'].map(code => ({
      type: 'invited',
      invitation: invitation(code, 'u1', 'deputy'),
    }));
    await store.keep('bi-thu', {}, said('mời'), invited);
    expect(await store.invitation('ma-1')).toEqual(invitation('ma-1', 'u1', 'deputy'));
    const join = (code: string): Change[] => [{ type: 'joined', codeHash: code }];
    const tries = await Promise.all(
      ['an', 'binh', 'chi', 'dung'].map((person, n) =>
        (n % 2 ? store : other).keep(person, {}, said('vào'), join('ma-1')),
      ),
    );
    expect(tries.toSorted()).toEqual(['kept', 'moved', 'moved', 'moved']);
    const joined = ['an', 'binh', 'chi', 'dung'][tries.indexOf('kept')]!;
    expect(await store.invitation('ma-1')).toMatchObject({ usedBy: joined });
    expect((await store.world(joined)).memberships).toMatchObject([{ unit: unit('u1'), role: 'deputy' }]);
    clock.now = '2026-11-21T02:00:00.000Z';
    expect(await store.keep('em', {}, said('vào'), join('ma-2'))).toBe('moved');
    expect(await store.exchanges('em', 9)).toEqual([]);
    expect(await store.invitation('ma-2')).toMatchObject({ usedBy: null });
  });

  it('[K7] a code used by a member raises their role and never lowers it', async () => {
    const store = await open();
    await openUnit(store);
    await joinUnit(store, 'an', 'member');
    await joinUnit(store, 'an', 'deputy');
    expect((await store.world('an')).memberships).toEqual([{ unit: unit('u1'), role: 'deputy', since: NOW }]);
    await joinUnit(store, 'bi-thu', 'member');
    expect((await store.world('bi-thu')).memberships).toMatchObject([
      { unit: unit('u1'), role: 'secretary' },
    ]);
  });

  it('[K8] of two who answer upon the same world one is told that it has moved', async () => {
    const [one, other] = [await open(), await open()];
    await openUnit(one);
    await joinUnit(one, 'pho', 'deputy');
    const seen = [(await one.world('bi-thu')).version, (await other.world('pho')).version];
    expect(seen[0]).toBe(seen[1]);
    const kept = await Promise.all([
      one.keep('bi-thu', { n: 1 }, said('1'), [answered('a1', 'x', 'met')], seen[0]),
      other.keep('pho', { n: 1 }, said('1'), [answered('a1', 'x', 'unmet')], seen[1]),
    ]);
    expect(kept.toSorted()).toEqual(['kept', 'moved']);
    expect((await one.world('pho')).assessments[0]!.events).toHaveLength(1);
    const loser = kept[0] === 'moved' ? 'bi-thu' : 'pho';
    expect(await one.state(loser)).toEqual({});
  });

  it('[K8] two who answer at once, each anew when told so, lose nothing and leave no gap', async () => {
    const [one, other] = [await open(), await open()];
    await openUnit(one);
    await joinUnit(one, 'pho', 'deputy');
    const work = async (store: Store, person: string): Promise<void> => {
      for (let n = 1; n <= 25; ) {
        const { version } = await store.world(person);
        const change = answered('a1', `${person}-${n}`, { count: n });
        if ((await store.keep(person, { n }, said(`${n}`), [change], version)) === 'kept') n += 1;
      }
    };
    await Promise.all([work(one, 'bi-thu'), work(other, 'pho')]);
    const { events } = (await one.world('bi-thu')).assessments[0]!;
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect(new Set(events.map(({ requirement }) => requirement)).size).toBe(50);
    expect(await one.exchanges('pho', 99)).toHaveLength(26);
  });

  it('[K8] the version of a world changes with every change to it, and with nothing else', async () => {
    const store = await open();
    await openUnit(store);
    await joinUnit(store, 'pho', 'deputy');
    const versions = new Set<string>();
    const changes: Change[] = [
      answered('a1', 'x', 'met'),
      { type: 'submitted', assessment: 'a1', evaluation: null },
      { type: 'rulebook-seen', assessment: 'a1', rulebook: 'sha256:2' },
      { type: 'started-over', assessment: 'a1' },
      { type: 'assessment-opened', assessment: assessment('a2', 'u1') },
      { type: 'unit-described', unit: 'u1', superior: 'Đảng bộ xã', place: 'Hạ Long' },
      { type: 'unit-opened', unit: unit('u2') },
    ];
    versions.add((await store.world('bi-thu')).version);
    for (const change of changes) {
      await store.keep('bi-thu', {}, said('…'), [change]);
      versions.add((await store.world('bi-thu')).version);
    }
    expect(versions.size).toBe(changes.length + 1);
    await store.keep('bi-thu', {}, said('hỏi'));
    await store.keep('nguoi-la', {}, said('mở'), [{ type: 'unit-opened', unit: unit('u9') }]);
    expect(versions).toContain((await store.world('bi-thu')).version);
  });
}
