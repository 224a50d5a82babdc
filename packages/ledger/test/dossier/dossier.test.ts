/**
 * Dossiers, boards, what-if, utterances, shifts and ratings out of the store, on both engines: the
 * board of a ledger is the board of its records, and decisions of people show in it.
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Board, BoardEntry } from '@onrecord/record';
import { beforeAll, expect, test } from 'vitest';
import { assembleBoard } from '../../src/board/assemble-board.ts';
import { type Ledger, restoreLedger } from '../../src/index.ts';
import { recordOf } from '../builder/marked-record.ts';
import { describeEachEngine } from '../each-engine.ts';

const april = recordOf({
  publishedOn: '2027-04-15',
  publisher: 'The Senna Courier',
  url: 'https://courier.example/1',
  lines: [
    {
      party: 'Valdoria',
      by: 'Lucan Hadrel',
      stance: 'offers',
      on: '2027-04-14',
      text: '{p|Valdoria} {c|is ready to} {a|send {q=3000 soldiers|up to 3,000 soldiers} to the Varn valley}, but {only-after/ceasefire/ceasefire|only after a ceasefire}, {s|Hadrel} said.',
    },
    {
      party: 'Kessland',
      by: 'Anya Kreel',
      stance: 'rejects',
      on: '2027-04-14',
      text: '{p|Kessland} {c|rejected} {a|foreign soldiers in the Varn valley}, {s|Kreel} said.',
    },
    {
      party: 'Skarland',
      by: 'Tove Rasmark',
      act: 'declines',
      text: '{s|Rasmark} {c|declined to comment} on the Varn.',
    },
  ],
});
const may = recordOf({
  publishedOn: '2027-05-20',
  publisher: 'Valdorian Herald',
  url: 'https://herald.example/2',
  lines: [
    {
      party: 'Valdoria',
      by: 'Lucan Hadrel',
      on: '2027-05-20',
      text: '{p|Valdoria} {c|will} {a|send {q=3000 soldiers|3,000 soldiers} to the Varn valley}, whether or not there is a ceasefire, {s|Hadrel} said.',
    },
  ],
});
const other = recordOf({
  publishedOn: '2027-05-21',
  publisher: 'Farm News',
  url: 'https://farm.example/3',
  lines: [{ party: 'Norland', text: '{p|Norland} {c|will} {a|cut the fuel tax by four cents}.' }],
});

/** A board without the keys, which differ between files and ledger. */
const shown = (board: Board) =>
  board.rows
    .map((row) => [
      row.party.name,
      row.cells.map((cell) => [
        cell.stance,
        cell.blank,
        cell.entries.map(
          ({ action, conditions, amount, saidOn, assertedBy, evidence }: BoardEntry) => ({
            action,
            amount,
            saidOn,
            by: assertedBy?.name,
            conditions: conditions.map(({ key, quote, state }) => [key, quote, state]),
            evidence: evidence.map(({ articleId, spans, quote }) => ({ articleId, spans, quote })),
          }),
        ),
      ]),
    ])
    .sort(([left], [right]) => (String(left) < String(right) ? -1 : 1));

describeEachEngine('dossiers', (engine) => {
  let ledger: Ledger;
  const decider = { as: 'Mira', at: '2027-06-01T10:00:00Z' };
  const query = { words: 'Varn' };
  beforeAll(async () => {
    ledger = await engine.newLedger();
    for (const record of [april, may, other]) await ledger.add(record);
  });

  test('a dossier is kept with who and when; a change is a new version', async () => {
    const opened = await ledger.addDossier(
      { name: 'Varn', query, includedIds: [], excludedIds: [] },
      decider,
    );
    expect(opened).toMatchObject({ version: 1, changedBy: 'Mira', changedAt: decider.at });
    const changed = await ledger.writeDossier(
      opened.id,
      { ...opened, question: 'Who sends soldiers?' },
      { as: 'Jon', at: '2027-06-02T10:00:00Z' },
    );
    expect(changed).toMatchObject({ id: opened.id, version: 2, changedBy: 'Jon' });
    expect(await ledger.getDossier(opened.id)).toEqual(changed);
    expect(await ledger.listDossiers()).toContainEqual(changed);
    expect((await ledger.getBoard({ dossierId: opened.id })).question).toBe('Who sends soldiers?');
  });

  test('two who change a dossier at once lose nothing: each change is a version', async () => {
    const input = { name: 'Race', query, includedIds: [], excludedIds: [] };
    const { id } = await ledger.addDossier(input, decider);
    const names = ['Ada', 'Bo', 'Cem', 'Dag'];
    const written = await Promise.all(
      names.map((as) => ledger.writeDossier(id, { ...input, question: as }, { as })),
    );
    expect(written.map((one) => one.version).sort()).toEqual([2, 3, 4, 5]);
    const last = written.find((one) => one.version === 5);
    expect(await ledger.getDossier(id)).toEqual(last);
  });

  test('a backup brings dossiers back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'onrecord-dossier-'));
    try {
      const file = join(folder, 'backup.jsonl');
      await ledger.backup(file);
      const database = await engine.newDatabase();
      await restoreLedger({ file, database });
      const restored = await engine.open(database);
      expect(await restored.listDossiers()).toEqual(await ledger.listDossiers());
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('an unknown dossier is an error with a remedy; one without a name is refused', async () => {
    await expect(ledger.getDossier('q_none')).rejects.toMatchObject({ code: 'not-in-ledger' });
    const nameless = { name: ' ', query, includedIds: [], excludedIds: [] };
    await expect(ledger.addDossier(nameless, decider)).rejects.toThrow(RangeError);
  });

  test('the board of the ledger is the board of its records', async () => {
    const board = await ledger.getBoard({ query });
    expect(shown(board)).toEqual(shown(assembleBoard([april, may])));
    expect(board.articleCount).toBe(2);
  });

  test('records of a scope have the whole text: a sentence tells of days and conditions', async () => {
    const { records } = await ledger.loadScope({ query });
    expect(records.map(({ article }) => article.text)).toEqual([
      april.article.text,
      may.article.text,
    ]);
  });

  test.each([
    ['U+0000', '\0'],
    ['half a letter', '\ud83d'],
    ['a quotation mark and a backslash', '"so\\" he said \\'],
    ['more words than are read at first', 'and so on '.repeat(2000)],
  ])('a text with %s comes whole', async (_, words) => {
    const strange = await engine.newLedger();
    const odd = structuredClone(april);
    odd.article.text += ` ${words}`;
    await strange.add(odd);
    const { records } = await strange.loadScope({ query });
    expect(records[0]?.article.text).toBe(odd.article.text);
  });

  test('a scope is kept between questions; what another process decides or adds is seen at the next', async () => {
    const database = await engine.newDatabase();
    const [here, there] = [await engine.open(database), await engine.open(database)];
    await here.add(april);
    const board = await here.getBoard({ query });
    const before = structuredClone(board);
    await here.getWhatIf({ query }, { ceasefire: 'met' });
    await here.listShifts({ query });
    const again = await here.getBoard({ query });
    expect(again).toBe(board);
    expect(again).toEqual(before);

    await there.add(may);
    expect((await here.getBoard({ query })).articleCount).toBe(2);
    const [pledge] = april.commitments;
    const decision = { kind: 'reject', entryId: pledge?.id ?? '', reason: 'misread' } as const;
    const decided = await there.decide(decision, decider);
    const ids = async () => JSON.stringify(await here.getBoard({ query }));
    expect(await ids()).not.toContain(pledge?.id);
    await there.undo(decided.id, decider);
    expect(await ids()).toContain(pledge?.id);
    // Nothing was kept of a scope that there is not.
    await expect(here.getBoard({ dossierId: 'q_none' })).rejects.toMatchObject({
      code: 'not-in-ledger',
    });
    const input = { name: 'Varn', query, includedIds: [], excludedIds: [] };
    const { id } = await there.addDossier(input, decider);
    expect((await here.getBoard({ dossierId: id })).question).toBeUndefined();
    await there.writeDossier(id, { ...input, question: 'Who sends soldiers?' }, decider);
    expect((await here.getBoard({ dossierId: id })).question).toBe('Who sends soldiers?');
  });

  test('entries put in by hand are there, entries left out are not', async () => {
    const pledge = other.commitments[0]?.id ?? '';
    const rejection = april.commitments[1]?.id ?? '';
    const board = await ledger.getBoard({ query, includedIds: [pledge], excludedIds: [rejection] });
    const actions = board.rows.flatMap((row) =>
      row.cells.flatMap((cell) => cell.entries.map((one) => one.action)),
    );
    expect(actions).toContain('cut the fuel tax by four cents');
    expect(actions).not.toContain('foreign soldiers in the Varn valley');
  });

  test('what-if answers from the ledger; the waived pledge is contested, no ceasefire needed', async () => {
    const result = await ledger.getWhatIf({ query }, {});
    expect(result.entries.map((one) => [one.entry.party.name, one.outcome]).sort()).toEqual([
      ['Kessland', 'refused'],
      ['Valdoria', 'contested'],
    ]);
  });

  test('shifts come with both quotations', async () => {
    const [shift] = await ledger.listShifts({ query });
    expect(shift?.comparison).toMatchObject({
      kind: 'shift',
      types: ['hardened', 'condition-dropped'],
    });
    expect(shift?.earlier.evidence.quote).toContain('is ready to');
    expect(shift?.later.evidence.quote).toContain('will');
  });

  test('a state that a person set shows on the board, with its date, and undoing takes it back', async () => {
    const conditionId = april.commitments[0]?.conditions[0]?.id ?? '';
    const decided = await ledger.decide(
      { kind: 'set-condition', conditionId, state: 'met', on: '2027-06-14' },
      decider,
    );
    const [condition] = (await ledger.getBoard({ query })).conditions;
    expect(condition).toMatchObject({ key: 'ceasefire', state: 'met', since: '2027-06-14' });
    await ledger.undo(decided.id, decider);
    expect((await ledger.getBoard({ query })).conditions[0]?.state).toBe('open');
  });

  test('a rejected entry leaves the board', async () => {
    const entryId = april.commitments[1]?.id ?? '';
    const decided = await ledger.decide({ kind: 'reject', entryId, reason: 'misread' }, decider);
    const board = await ledger.getBoard({ query });
    expect(
      board.rows.some((row) =>
        row.cells.some((cell) => cell.entries.some((one) => one.commitmentIds.includes(entryId))),
      ),
    ).toBe(false);
    await ledger.undo(decided.id, decider);
  });

  test('the utterance of a statement is found, with its reports', async () => {
    const statementId = april.statements[0]?.id ?? '';
    const utterance = await ledger.getUtterance(statementId);
    expect(utterance.reports.map((one) => one.evidence.statementId)).toEqual([statementId]);
    await expect(ledger.getUtterance('s_none')).rejects.toMatchObject({ code: 'not-in-ledger' });
  });

  test('a commitment is rated from evidence: a later position supersedes the first', async () => {
    const first = april.commitments[0]?.id ?? '';
    expect(await ledger.getRating(first)).toMatchObject({ kind: 'rated', status: 'superseded' });
    const second = may.commitments[0]?.id ?? '';
    expect(await ledger.getRating(second)).toMatchObject({ kind: 'rated', status: 'pledged' });
  });
});
