/**
 * Decisions: applied, undone, applied again to a newer reading, orphaned, moved.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import { expect, test } from 'vitest';
import type { CommitmentEntry, Decision, Ledger } from '../../src/index.ts';
import { describeEachEngine } from '../each-engine.ts';
import { binds, makeRecord, says } from '../make-record.ts';

const MARA = { as: 'mara', at: '2027-05-01T10:00:00.000Z' };

const article = (closing = 'Nobody answered.') =>
  makeRecord({
    url: 'https://courier.example/hadrel',
    publisher: 'The Senna Courier',
    publishedOn: '2027-04-15',
    sentences: [
      says('Ilva Maretti', 'the border stays open'),
      binds('Valdoria', 'to send 3000 soldiers', {
        towards: 'Tavria',
        condition: { words: 'only after a ceasefire', type: 'ceasefire', trigger: 'ceasefire' },
      }),
      closing,
    ],
  });

/** A newer model's reading: other score and rule, and, if asked, without the commitment. */
const reread = (
  record: ArticleRecord,
  keep = { commitments: record.commitments },
): ArticleRecord => ({
  ...structuredClone(record),
  statements: record.statements.map((statement) => ({ ...statement, score: 0.5, rule: 'newer' })),
  ...keep,
  reader: { version: '0.2.0', model: 'newer' },
});

async function only(ledger: Ledger, kind: 'statement' | 'commitment') {
  const { items } = await ledger.search({
    kind,
    review: ['open', 'accepted', 'edited', 'rejected'],
  });
  return items[0];
}

describeEachEngine('deciding', (engine) => {
  test('accepting, then undoing, then undoing the undoing', async () => {
    const ledger = await engine.newLedger();
    const record = article();
    await ledger.add(record);
    const entryId = record.statements[0]?.id ?? '';
    const accepted = await ledger.decide({ kind: 'accept', entryId }, MARA);
    expect((await ledger.getEntry(entryId)).review).toBe('accepted');
    const undone = await ledger.undo(accepted.id, { ...MARA, reason: 'too quick' });
    expect((await ledger.getEntry(entryId)).review).toBe('open');
    await ledger.undo(undone.id, MARA);
    expect((await ledger.getEntry(entryId)).review).toBe('accepted');
    const log = await ledger.listDecisions({ articleId: record.article.id });
    expect(log.items.map(({ decision }) => decision.kind)).toEqual(['undo', 'undo', 'accept']);
    expect(log.items[1]).toMatchObject({ by: 'mara', undoneBy: log.items[0]?.id });
    expect(log.items[2]?.undoneBy).toBeUndefined();
  });

  test('many are decided together, and taken back together', async () => {
    const ledger = await engine.newLedger();
    const record = article();
    await ledger.add(record);
    const ids = [...record.statements, ...record.commitments].map(({ id }) => id);
    const made = await ledger.decideAll(
      ids.map((entryId) => ({ kind: 'accept', entryId })),
      MARA,
    );
    const reviews = async () => (await ledger.search({})).items.map(({ review }) => review);
    expect(await reviews()).toEqual(ids.map(() => 'accepted'));
    expect((await ledger.listDecisions()).items.map(({ id }) => id).reverse()).toEqual(
      made.map(({ id }) => id),
    );
    await ledger.undoAll(
      made.map(({ id }) => id),
      MARA,
    );
    expect(await reviews()).toEqual(ids.map(() => 'open'));
  });

  test('of many decisions all are made, or none', async () => {
    const ledger = await engine.newLedger();
    const record = article();
    await ledger.add(record);
    const entryId = record.statements[0]?.id ?? '';
    const decisions = [entryId, 's_nowhere'].map(
      (id) => ({ kind: 'accept', entryId: id }) as const,
    );
    await expect(ledger.decideAll(decisions, MARA)).rejects.toThrow(/s_nowhere/);
    expect((await ledger.listDecisions()).items).toEqual([]);
    expect((await ledger.getEntry(entryId)).review).toBe('open');
  });

  test('undoing twice is refused', async () => {
    const ledger = await engine.newLedger();
    const record = article();
    await ledger.add(record);
    const entryId = record.statements[0]?.id ?? '';
    const { id } = await ledger.decide({ kind: 'accept', entryId }, MARA);
    await ledger.undo(id, MARA);
    await expect(ledger.undo(id, MARA)).rejects.toThrow(/undone already/);
  });

  test('a rejected entry is found only by those who ask for it', async () => {
    const ledger = await engine.newLedger();
    const record = article();
    await ledger.add(record);
    const entryId = record.commitments[0]?.id ?? '';
    await ledger.decide({ kind: 'reject', entryId, reason: 'a plan, not a pledge' }, MARA);
    expect((await ledger.search({ kind: 'commitment' })).items).toEqual([]);
    expect((await ledger.search({ review: 'rejected' })).items).toHaveLength(1);
    expect((await ledger.getRecord(record.article.id)).commitments).toEqual([]);
    expect((await ledger.getRecord(record.article.id, { as: 'read' })).commitments).toHaveLength(1);
    expect((await ledger.getMarks(record.article.id))[entryId]).toMatchObject({
      review: 'rejected',
      reason: 'a plan, not a pledge',
    });
  });

  test('an edited field is what is searched, and the machine’s is kept', async () => {
    const ledger = await engine.newLedger();
    const record = article();
    await ledger.add(record);
    const entryId = record.commitments[0]?.id ?? '';
    await ledger.decide({ kind: 'edit', entryId, field: 'stance', value: 'considers' }, MARA);
    expect((await ledger.search({ stance: 'considers' })).items).toMatchObject([
      { id: entryId, review: 'edited' },
    ]);
    expect((await ledger.search({ stance: 'commits' })).items).toEqual([]);
    const read = await ledger.getRecord(record.article.id, { as: 'read' });
    expect(read.commitments[0]?.stance).toBe('commits');
  });

  const refused: [string, { field: string; value: unknown }, RegExp][] = [
    ['a stance that is none', { field: 'stance', value: 'hopes' }, /stance/],
    ['a span beyond the text', { field: 'action', value: [[0, 100_000]] }, /action/],
    ['an actor that the article does not have', { field: 'parties', value: ['p_0'] }, /parties/],
    ['the machine’s own rule', { field: 'rule', value: 'mine' }, /rule/],
  ];
  for (const [what, edit, message] of refused)
    test(`editing is refused: ${what}`, async () => {
      const ledger = await engine.newLedger();
      const record = article();
      await ledger.add(record);
      const entryId = record.commitments[0]?.id ?? '';
      await expect(ledger.decide({ kind: 'edit', entryId, ...edit }, MARA)).rejects.toThrow(
        message,
      );
      expect((await ledger.countRows()).decisions).toBe(0);
    });

  test('nobody decides without a name, nor about what is not there', async () => {
    const ledger = await engine.newLedger();
    const record = article();
    await ledger.add(record);
    const entryId = record.commitments[0]?.id ?? '';
    await expect(ledger.decide({ kind: 'accept', entryId }, { as: ' ' })).rejects.toThrow(/name/);
    await expect(ledger.decide({ kind: 'accept', entryId: 's_0' }, MARA)).rejects.toMatchObject({
      code: 'not-in-ledger',
    });
  });

  test('a condition’s state, with its evidence, is searched and shown', async () => {
    const ledger = await engine.newLedger();
    const record = article();
    await ledger.add(record);
    const conditionId = record.commitments[0]?.conditions[0]?.id ?? '';
    const evidence = { url: 'https://orsia.example/truce' };
    await ledger.decide(
      { kind: 'set-condition', conditionId, state: 'met', on: '2027-06-01', evidence },
      MARA,
    );
    const { items } = await ledger.search({ conditionType: 'ceasefire', conditionState: 'met' });
    expect((items[0] as CommitmentEntry).conditionMarks[conditionId]).toMatchObject({
      state: 'met',
      on: '2027-06-01',
      evidence,
    });
    expect((await ledger.search({ conditionState: 'open' })).items).toEqual([]);
  });

  test('a status and linked evidence stand at the commitment', async () => {
    const ledger = await engine.newLedger();
    const record = article();
    await ledger.add(record);
    const entryId = record.commitments[0]?.id ?? '';
    await ledger.decide({ kind: 'set-status', entryId, status: 'delivering' }, MARA);
    await ledger.decide({ kind: 'link-evidence', entryId, evidence: { note: 'seen' } }, MARA);
    expect(await ledger.getEntry(entryId)).toMatchObject({
      status: 'delivering',
      evidence: [{ note: 'seen' }],
    });
    expect((await ledger.search({ status: 'delivering' })).items).toHaveLength(1);
  });

  test.each([
    ['a status that is none', { kind: 'set-status', status: 'wobbling' }, /a status is floated/],
    [
      'a status since a day that is none',
      { kind: 'set-status', status: 'broken', on: '2027-02-30' },
      /not an ISO date/,
    ],
    [
      'a state for what is no condition',
      { kind: 'set-condition', state: 'met' },
      /its conditions: k_/,
    ],
    ['evidence that is nothing', { kind: 'link-evidence', evidence: {} }, /evidence is/],
    [
      'evidence that is a program',
      { kind: 'link-evidence', evidence: { url: 'javascript:1' } },
      /not an http/,
    ],
    [
      'evidence that is not there',
      { kind: 'link-evidence', evidence: { entryId: 'c_0' } },
      /there is no/,
    ],
  ])('refused, and nothing is kept: %s', async (_, decision, message) => {
    const ledger = await engine.newLedger();
    const record = article();
    await ledger.add(record);
    const id = record.commitments[0]?.id ?? '';
    const about = { ...decision, entryId: id, conditionId: id } as unknown as Decision;
    await expect(ledger.decide(about, MARA)).rejects.toThrow(message);
    expect((await ledger.listDecisions({})).items).toEqual([]);
  });

  test('a statement has no status', async () => {
    const ledger = await engine.newLedger();
    const record = article();
    await ledger.add(record);
    const entryId = record.statements[0]?.id ?? '';
    const decision = { kind: 'set-status', entryId, status: 'broken' } as const;
    await expect(ledger.decide(decision, MARA)).rejects.toThrow(/only commitments have a status/);
  });

  test('a newer reading keeps what people decided', async () => {
    const ledger = await engine.newLedger();
    const record = article();
    await ledger.add(record);
    const entryId = record.commitments[0]?.id ?? '';
    await ledger.decide({ kind: 'edit', entryId, field: 'stance', value: 'offers' }, MARA);
    expect(await ledger.add(reread(record))).toMatchObject({ kind: 're-read', orphanCount: 0 });
    expect(await only(ledger, 'commitment')).toMatchObject({
      review: 'edited',
      commitment: { stance: 'offers' },
    });
    expect(await only(ledger, 'statement')).toMatchObject({ statement: { score: 0.5 } });
  });

  test('what a newer reading no longer finds is an orphan, with old and nearest words', async () => {
    const ledger = await engine.newLedger();
    const record = article();
    await ledger.add(record);
    const old = record.commitments[0];
    if (old === undefined) throw new Error('no commitment made');
    await ledger.decide({ kind: 'accept', entryId: old.id }, MARA);
    // The newer model begins the action one word later: another id.
    const [start, end] = old.action[0] ?? [0, 0];
    const moved = {
      ...old,
      id: 'c_11111111111111111111',
      action: [[start + 3, end]] as typeof old.action,
    };
    const newer = reread(record, { commitments: [moved] });
    expect(await ledger.add(newer)).toMatchObject({ kind: 're-read', orphanCount: 1 });
    const [orphan] = await ledger.listOrphans();
    expect(orphan?.words.fields.action).toBe('to send 3000 soldiers');
    expect(orphan?.nearest[0]).toMatchObject({ entryId: moved.id });
    expect((await ledger.getEntry(moved.id)).review).toBe('open');
    // A person moves it, with a further decision.
    const decisionId = orphan?.decision.id ?? '';
    await ledger.decide({ kind: 'move', decisionId, targetId: moved.id }, MARA);
    expect(await ledger.listOrphans()).toEqual([]);
    expect((await ledger.getEntry(moved.id)).review).toBe('accepted');
  });

  test('decisions follow into a new version where the very words stand there once', async () => {
    const ledger = await engine.newLedger();
    const [first, second] = [article(), article('A spokesman answered later.')];
    await ledger.add(first);
    await ledger.decide({ kind: 'accept', entryId: first.commitments[0]?.id ?? '' }, MARA);
    expect(await ledger.add(second)).toMatchObject({ kind: 'new-version', orphanCount: 0 });
    expect((await only(ledger, 'commitment'))?.review).toBe('accepted');
  });

  test('decisions do not follow into a new version where the words are others', async () => {
    const ledger = await engine.newLedger();
    const first = article();
    await ledger.add(first);
    await ledger.decide({ kind: 'accept', entryId: first.commitments[0]?.id ?? '' }, MARA);
    const second = makeRecord({
      url: 'https://courier.example/hadrel',
      sentences: [binds('Valdoria', 'to send 4000 soldiers', { towards: 'Tavria' })],
    });
    expect(await ledger.add(second)).toMatchObject({ orphanCount: 1 });
    expect((await only(ledger, 'commitment'))?.review).toBe('open');
    expect((await ledger.listOrphans())[0]?.nearest).toHaveLength(1);
  });
});
