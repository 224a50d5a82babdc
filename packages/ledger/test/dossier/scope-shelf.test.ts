/**
 * Scopes kept between questions: brought up to date they tell what scopes loaded anew do, whatever
 * another process changed, and what did not change is not loaded again.
 * @module
 */
import { expect, test } from 'vitest';
import type { Decision, Ledger } from '../../src/index.ts';
import { recordOf } from '../builder/marked-record.ts';
import { describeEachEngine } from '../each-engine.ts';

const MIRA = { as: 'Mira' };
const query = { words: 'Varn' };

const articleOn = (day: string, url: string, text: string, party = 'Valdoria') =>
  recordOf({
    publishedOn: day,
    publisher: `Paper of ${url}`,
    url: `https://${url}.example/1`,
    lines: [{ party, by: 'Lucan Hadrel', on: day, text: `${text}, {s|Hadrel} said.` }],
  });

const april = articleOn(
  '2027-04-14',
  'april',
  '{p|Valdoria} {c|will} {a|send soldiers to the Varn valley} {only-after/ceasefire/ceasefire|only after a ceasefire}',
);
const may = articleOn(
  '2027-05-20',
  'may',
  '{p|Kessland} {c|will} {a|send money to the Varn valley}',
  'Kessland',
);
const mayCorrected = articleOn(
  '2027-05-20',
  'may',
  '{p|Kessland} {c|will not} {a|send money to the Varn valley}',
  'Kessland',
);
const june = articleOn(
  '2027-06-02',
  'june',
  '{p|Valdoria} {c|will} {a|send soldiers to the Varn valley}, ceasefire or no ceasefire',
);
const elsewhere = articleOn(
  '2027-06-03',
  'farm',
  '{p|Norland} {c|will} {a|cut the fuel tax}',
  'Norland',
);

/** April, as another reader would read it: surer. */
const aprilReadAgain = structuredClone(april);
for (const commitment of aprilReadAgain.commitments) commitment.score = 0.99;

const pledge = april.commitments[0]?.id ?? '';
const conditionId = april.commitments[0]?.conditions[0]?.id ?? '';

/** What somebody else does, one after the other. */
const CHANGES: readonly { name: string; change(there: Ledger): Promise<unknown> }[] = [
  { name: 'an article of the scope is added', change: (there) => there.add(may) },
  { name: 'an article of something else is added', change: (there) => there.add(elsewhere) },
  { name: 'a new version', change: (there) => there.add(mayCorrected) },
  { name: 'another reading', change: (there) => there.add(aprilReadAgain) },
  { name: 'a later article', change: (there) => there.add(june) },
  { name: 'a condition is set', change: (there) => there.decide(SET_MET, MIRA) },
  { name: 'that is undone', change: undoLast },
  { name: 'an entry is rejected', change: (there) => there.decide(REJECT, MIRA) },
  { name: 'that is undone too', change: undoLast },
  { name: 'two actors are merged', change: mergeParties },
  { name: 'the merge is undone', change: undoLast },
  { name: 'an actor gets another name', change: renameParty },
];

const SET_MET: Decision = { kind: 'set-condition', conditionId, state: 'met', on: '2027-05-30' };
const REJECT: Decision = { kind: 'reject', entryId: pledge, reason: 'misread' };

async function undoLast(there: Ledger) {
  const { items } = await there.listDecisions({ limit: 1 });
  return there.undo(items[0]?.id ?? '', MIRA);
}

const actorId = async (ledger: Ledger, name: string) =>
  (await ledger.listActors({ name })).items[0]?.id ?? '';

async function mergeParties(there: Ledger) {
  const otherIds = [await actorId(there, 'Kessland')];
  const decision = { kind: 'merge-actors', actorId: await actorId(there, 'Valdoria'), otherIds };
  return there.decide(decision as Decision, MIRA);
}

async function renameParty(there: Ledger) {
  const decision = { kind: 'rename-actor', name: 'Republic of Valdoria' } as const;
  return there.decide({ ...decision, actorId: await actorId(there, 'Valdoria') }, MIRA);
}

describeEachEngine('kept scopes', (engine) => {
  test('brought up to date they tell what scopes loaded anew do, after each change', async () => {
    const database = await engine.newDatabase();
    const [here, there] = [await engine.open(database), await engine.open(database)];
    await here.add(april);
    const answers = async (ledger: Ledger) => ({
      board: await ledger.getBoard({ query }),
      shifts: await ledger.listShifts({ query }),
      utterances: await ledger.listUtterances({ query }),
    });
    let before = JSON.stringify(await answers(here));
    for (const { name, change } of CHANGES) {
      await change(there);
      const now = await answers(here);
      const anew = await engine.open(database);
      expect(now, name).toEqual(await answers(anew));
      const told = JSON.stringify(now);
      expect(told === before, name).toBe(name === 'an article of something else is added');
      before = told;
    }
  });

  test('after a change elsewhere the answer is the same object, after a change in it another', async () => {
    const database = await engine.newDatabase();
    const [here, there] = [await engine.open(database), await engine.open(database)];
    for (const record of [april, may]) await here.add(record);
    const board = await here.getBoard({ query });
    await there.add(elsewhere);
    expect(await here.getBoard({ query })).toBe(board);
    await there.decide(REJECT, MIRA);
    expect(await here.getBoard({ query })).not.toBe(board);
  });

  test('a dossier that asks for something else is loaded anew', async () => {
    const ledger = await engine.newLedger();
    for (const record of [april, may, elsewhere]) await ledger.add(record);
    const input = { name: 'Varn', query, includedIds: [] as string[], excludedIds: [] as string[] };
    const { id } = await ledger.addDossier(input, MIRA);
    const found = async () =>
      (await ledger.getBoard({ dossierId: id })).rows.map((row) => row.party.name).sort();
    expect(await found()).toEqual(['Kessland', 'Valdoria']);
    const byHand = [elsewhere.commitments[0]?.id ?? ''];
    await ledger.writeDossier(id, { ...input, includedIds: byHand }, MIRA);
    expect(await found()).toEqual(['Kessland', 'Norland', 'Valdoria']);
    await ledger.writeDossier(id, { ...input, includedIds: byHand, excludedIds: [pledge] }, MIRA);
    expect(await found()).toEqual(['Kessland', 'Norland']);
  });

  test('what the words find counts as looked through, though no position stands there', async () => {
    const ledger = await engine.newLedger();
    const silent = recordOf({
      publishedOn: '2027-07-01',
      publisher: 'The Quiet Post',
      url: 'https://quiet.example/1',
      lines: [
        {
          party: 'Orsia',
          by: 'Ilva Maretti',
          act: 'says',
          text: '{s|Maretti} {c|spoke} of the Varn.',
        },
      ],
    });
    for (const record of [april, silent]) await ledger.add(record);
    expect((await ledger.getBoard({ query })).articleCount).toBe(2);
  });
});
