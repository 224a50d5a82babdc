/**
 * `onrecord conditions`, `dossier`, `decisions`: what is being followed, and what people said of it.
 * @module
 */
import type { Decided, Dossier, DossierInput, Ledger } from '@onrecord/ledger';
import { CodedError } from '@onrecord/record';
import { type DatabaseFlags, withLedger } from '../input/ledger-place.ts';
import { dossierIdOf } from '../input/load-records.ts';
import { cleanText, clipText } from '../output/clean-text.ts';
import { prettyJson, writeOut } from '../output/write-out.ts';
import { ExitCode, type World } from '../world.ts';
import { type FilterFlags, queryOf } from './search.ts';

/** The flags of `conditions`. */
export interface ConditionFlags extends FilterFlags {
  words?: string[];
  dossier?: string;
  format: 'table' | 'json';
}

/** Letters of words that are shown in a line. */
const LINE = 100;

const line = (...cells: readonly string[]): string => `${cells.map(cleanText).join('\t')}\n`;

/** List the conditions that positions hang on, the most common first, with state and evidence. */
export function conditionsCommand(flags: ConditionFlags, world: World): Promise<ExitCode> {
  return withLedger(flags, world, async (ledger) => {
    const query = await queryOf(flags.words ?? [], flags, ledger);
    const dossierId = flags.dossier && (await dossierIdOf(flags.dossier, ledger));
    const { conditions } = await ledger.getBoard({ query, ...(dossierId ? { dossierId } : {}) });
    if (flags.format === 'json') await writeOut(world, `${prettyJson(conditions)}\n`);
    else
      for (const { key, state, since, entryIds, trigger, evidence } of conditions) {
        const told = since === undefined ? state : `${state} since ${since}`;
        await writeOut(world, line(told, String(entryIds.length), key, clipText(trigger, LINE)));
        for (const { quote, url } of evidence)
          await writeOut(world, line('', quote === '' ? (url ?? '') : `“${quote}”`));
      }
    return conditions.length === 0 ? ExitCode.NothingFound : ExitCode.Done;
  });
}

/** The flags of `dossier`. */
export interface DossierFlags extends FilterFlags {
  as?: string;
  question?: string;
  words?: string[];
  include?: string[];
  exclude?: string[];
  format: 'table' | 'json';
}

/** List dossiers; show one that is named; with something to say of it, open or change it. */
export function dossierCommand(
  name: string | undefined,
  flags: DossierFlags,
  world: World,
): Promise<ExitCode> {
  return withLedger(flags, world, async (ledger) => {
    const all = await ledger.listDossiers();
    const shown = name === undefined ? all : [await writeOrShow(name, flags, { ledger, world })];
    if (flags.format === 'json') await writeOut(world, `${prettyJson(shown)}\n`);
    else for (const dossier of shown) await writeOut(world, dossierLine(dossier));
    return shown.length === 0 ? ExitCode.NothingFound : ExitCode.Done;
  });
}

function dossierLine(dossier: Dossier): string {
  const { id, name, question, query, includedIds, excludedIds, changedBy, changedAt } = dossier;
  const curated = `${includedIds.length} put in, ${excludedIds.length} left out`;
  const told = [question ?? '', JSON.stringify(query), curated, `${changedBy} ${changedAt}`];
  return line(id, name, ...told);
}

async function writeOrShow(
  name: string,
  flags: DossierFlags,
  { ledger, world }: { ledger: Ledger; world: World },
): Promise<Dossier> {
  const query = await queryOf(flags.words ?? [], flags, ledger);
  const { question, include = [], exclude = [] } = flags;
  const isSaid = 0 < Object.keys(query).length + include.length + exclude.length;
  if (!isSaid && question === undefined) return ledger.getDossier(await dossierIdOf(name, ledger));
  const as = (flags.as ?? world.env.ONRECORD_AS ?? '').trim();
  if (as === '')
    throw new CodedError('name-missing', 'changing a dossier needs a name', {
      remedy: 'say who changes it with --as NAME',
    });
  const known = (await ledger.listDossiers()).find(
    (one) => one.id === name || one.name.toLowerCase() === name.trim().toLowerCase(),
  );
  const asked = question ?? known?.question;
  const input: DossierInput = {
    name: known?.name ?? name,
    ...(asked === undefined ? {} : { question: asked }),
    query: { ...known?.query, ...query },
    includedIds: addIds(known?.includedIds, include, exclude),
    excludedIds: addIds(known?.excludedIds, exclude, include),
  };
  return known === undefined
    ? ledger.addDossier(input, { as })
    : ledger.writeDossier(known.id, input, { as });
}

/** An entry is put in or left out: the later word counts. */
const addIds = (
  known: readonly string[] = [],
  more: readonly string[],
  others: readonly string[],
): string[] => [...new Set([...known.filter((id) => !others.includes(id)), ...more])];

/** The flags of `decisions`. */
export interface DecisionsFlags extends DatabaseFlags {
  by?: string;
  target?: string;
  limit: number;
  format: 'table' | 'json';
}

/** List what people decided, newest first, undone or not. */
export function decisionsCommand(flags: DecisionsFlags, world: World): Promise<ExitCode> {
  return withLedger(flags, world, async (ledger) => {
    const { items } = await ledger.listDecisions({
      limit: flags.limit,
      ...(flags.by === undefined ? {} : { by: flags.by }),
      ...(flags.target === undefined ? {} : { targetId: flags.target }),
    });
    if (flags.format === 'json') await writeOut(world, `${prettyJson(items)}\n`);
    else for (const decided of items) await writeOut(world, decisionLine(decided));
    return items.length === 0 ? ExitCode.NothingFound : ExitCode.Done;
  });
}

function decisionLine({ id, at, by, decision, words, undoneBy }: Decided): string {
  const { kind, ...rest } = decision;
  const about = words?.condition ?? Object.values(words?.fields ?? {}).join(' … ');
  const told = undoneBy === undefined ? '' : `undone by ${undoneBy}`;
  return line(at, by, id, kind, JSON.stringify(rest), clipText(about, LINE), told);
}
