/**
 * Dossiers in the store. Each change is a row of its own with who and when; the last one holds.
 * @module
 */
import { randomUUID } from 'node:crypto';
import { CodedError } from '@onrecord/record';
import type { Kysely, Selectable } from 'kysely';
import type { Decider } from '../decision/decision.ts';
import type { Store } from '../store/open-store.ts';
import type { DossierTable, Schema } from '../store/schema.ts';
import type { Dossier, DossierInput } from './dossier.ts';

/** Letters of the random part of an id: 80 bits, as every other id has. */
const ID_LETTERS = 20;

const unknownDossier = (id: string): CodedError =>
  new CodedError('not-in-ledger', `there is no dossier ${id} in this ledger`, {
    place: id,
    remedy: 'list the dossiers, and check that --database names the ledger you mean',
  });

function checkInput(input: DossierInput, decider: Decider): void {
  if (input.name.trim() === '') throw new RangeError('a dossier needs a name');
  if (decider.as.trim() === '') throw new RangeError('a dossier needs a name of who changes it');
}

const decodeDossier = (row: Selectable<DossierTable>): Dossier => ({
  id: row.id,
  version: row.version,
  name: row.name,
  ...(row.question === null ? {} : { question: row.question }),
  query: JSON.parse(row.query),
  includedIds: JSON.parse(row.included_ids),
  excludedIds: JSON.parse(row.excluded_ids),
  changedAt: row.changed_at,
  changedBy: row.changed_by,
});

/** Open a dossier. @throws RangeError when it has no name, or nobody opens it */
export async function addDossier(
  store: Store,
  input: DossierInput,
  decider: Decider,
): Promise<Dossier> {
  checkInput(input, decider);
  // Made before the transaction, so that one tried again stays one dossier.
  const id = `q_${randomUUID().replaceAll('-', '').slice(0, ID_LETTERS)}`;
  return store.write((tx) => insertVersion(tx, { id, version: 1, input, decider }));
}

/**
 * Change a dossier: the new version replaces the whole of it.
 * @throws CodedError `not-in-ledger`; RangeError when it has no name, or nobody changes it
 */
export async function writeDossier(
  store: Store,
  dossier: { id: string; input: DossierInput },
  decider: Decider,
): Promise<Dossier> {
  const { id, input } = dossier;
  checkInput(input, decider);
  return store.write(async (tx) => {
    const before = await readDossier(tx, id);
    return insertVersion(tx, { id, version: before.version + 1, input, decider });
  });
}

async function insertVersion(
  tx: Kysely<Schema>,
  given: { id: string; version: number; input: DossierInput; decider: Decider },
): Promise<Dossier> {
  const { id, version, input, decider } = given;
  const row = {
    id,
    version,
    name: input.name,
    question: input.question ?? null,
    query: JSON.stringify(input.query),
    included_ids: JSON.stringify(input.includedIds),
    excluded_ids: JSON.stringify(input.excludedIds),
    changed_at: decider.at ?? new Date().toISOString(),
    changed_by: decider.as,
  };
  await tx.insertInto('dossier').values(row).execute();
  return decodeDossier(row);
}

async function readDossier(db: Kysely<Schema>, id: string): Promise<Dossier> {
  const row = await db
    .selectFrom('dossier')
    .selectAll()
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw unknownDossier(id);
  return decodeDossier(row);
}

/** One dossier as it stands. @throws CodedError `not-in-ledger` */
export const getDossier = (store: Store, id: string): Promise<Dossier> => readDossier(store.db, id);

/** All dossiers, by name. */
export async function listDossiers(store: Store): Promise<Dossier[]> {
  const rows = await store.db
    .selectFrom('dossier')
    .selectAll()
    .where((where) =>
      where(
        'version',
        '=',
        where
          .selectFrom('dossier as newer')
          .select(({ fn }) => fn.max('newer.version').as('version'))
          .whereRef('newer.id', '=', 'dossier.id'),
      ),
    )
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(decodeDossier);
}
