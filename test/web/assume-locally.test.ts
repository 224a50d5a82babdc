import type { Outcomes } from '@onrecord/api/client';
import type { Board, ConditionState, WhatIf, WhatIfEntry } from '@onrecord/record';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  assumeLocally,
  joinOutcomes,
} from '../../packages/web/src/screen/dossier/assume-locally.ts';
import { serveSamples } from '../../scripts/sample-server.mjs';

type Assumed = Record<string, ConditionState>;

/** What a board shows of one position under assumed states. */
const shownOf = ({ entry, outcome, waitsFor, contestedBy, voidBy, endsIf }: WhatIfEntry) => ({
  ...{ id: entry.id, outcome, contestedBy: contestedBy.map(({ party }) => party.key) },
  conditions: entry.conditions.map(({ key, state }) => `${key}=${state}`),
  waitsFor: waitsFor.map(({ condition, entryIds }) => `${condition.key} on ${entryIds.join()}`),
  voidBy: voidBy.map(({ key }) => key),
  endsIf: endsIf.map(({ key }) => key),
});

describe('what the browser works out of assumed states', () => {
  let server: Awaited<ReturnType<typeof serveSamples>>;
  let known: WhatIf;
  let board: Board;
  let outcomes: Outcomes;
  let joined: WhatIf;
  const get = async <T>(path: string, assumed: Assumed): Promise<T> => {
    const query = new URLSearchParams({ dossier: server.dossierId });
    for (const [key, state] of Object.entries(assumed)) query.append('if', `${key}=${state}`);
    return (await (await fetch(`${server.url}/api/v1${path}?${query}`)).json()) as T;
  };
  const ask = (assumed: Assumed) => get<WhatIf>('/what-if', assumed);
  const listKeys = () => [
    ...new Set(known.entries.flatMap(({ entry }) => entry.conditions.map(({ key }) => key))),
  ];
  const expectAgreement = async (assumed: Assumed) => {
    const whole = await ask(assumed);
    const ledger = whole.entries.map(shownOf);
    const local = assumeLocally(board, { known: joined, outcomes }, assumed).entries.map(shownOf);
    expect(local, JSON.stringify(assumed)).toEqual(ledger);
    // And what the ledger says of it by ids is the same, with its loops and totals.
    const asked = joinOutcomes(board, await get<Outcomes>('/what-if/outcomes', assumed));
    expect(asked.entries.map(shownOf)).toEqual(ledger);
    expect({ ...asked, entries: [] }).toEqual({ ...whole, entries: [] });
  };
  beforeAll(async () => {
    server = await serveSamples();
    known = await ask({});
    board = await get('/board', {});
    outcomes = await get('/what-if/outcomes', {});
    joined = joinOutcomes(board, outcomes);
  }, 120_000);
  afterAll(() => server?.close());

  test('is what the ledger answers, for each condition of the samples in each state', async () => {
    expect(listKeys().length).toBeGreaterThan(5);
    for (const key of listKeys())
      for (const state of ['open', 'met', 'failed', 'disputed'] as const)
        await expectAgreement({ [key]: state });
  }, 120_000);

  test('is what the ledger answers when all conditions, or every second one, are assumed', async () => {
    const all = (state: ConditionState, step: number): Assumed =>
      Object.fromEntries(
        listKeys()
          .filter((_, at) => at % step === 0)
          .map((key) => [key, state]),
      );
    for (const state of ['met', 'failed', 'disputed'] as const)
      for (const step of [1, 2]) await expectAgreement(all(state, step));
  }, 120_000);

  test('changes what it is asked to change: an offer that waited for a ceasefire alone is live', () => {
    const waiting = known.entries.filter(
      ({ entry, outcome }) =>
        outcome === 'waiting' && entry.conditions.every(({ key }) => key === 'ceasefire'),
    );
    expect(waiting.length).toBeGreaterThan(0);
    const ids = new Set(waiting.map(({ entry }) => entry.id));
    for (const { entry, outcome } of assumeLocally(
      board,
      { known: joined, outcomes },
      { ceasefire: 'met' },
    ).entries)
      if (ids.has(entry.id)) expect(['live', 'contested']).toContain(outcome);
  });
});
