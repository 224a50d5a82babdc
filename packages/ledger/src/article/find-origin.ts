/**
 * Reprints and near-duplicates: articles that carry most of another's words, or many of them and
 * the same agency's credit. They are kept, and count as one origin. Candidates come from shared
 * bands (`shingles.ts`); what counts is then measured on the texts themselves.
 * @module
 */
import type { ArticleRecord } from '@onrecord/record';
import type { Kysely } from 'kysely';
import { yieldTurn } from '../add/yield-turn.ts';
import type { Store } from '../store/open-store.ts';
import type { ArticleLikenessTable, Schema } from '../store/schema.ts';
import { findCredits, findSharedCredit } from './find-credits.ts';
import { compareShingles, findShingles } from './shingles.ts';

/** Two articles that count as one origin, and why. */
export interface Likeness {
  articleId: string;
  otherId: string;
  kind: 'reprint' | 'near-duplicate';
  /** The share of the shorter article's four-word sequences that stand in the other. */
  likeness: number;
  reason: string;
}

/** An article that is being added. */
export interface FreshArticle {
  seq: number;
  id: string;
  lineageId: string;
  /** Its record's JSON. */
  json: Uint8Array;
  bands: readonly number[];
}

/** Where an article's words come from. */
export interface Origin {
  originId: string;
  likenesses: ArticleLikenessTable[];
  told: Likeness[];
}

/** Four fifths of all sequences in common: one text, edited. */
const NEAR_DUPLICATE = 0.8;
/** More than half of the shorter one: two reporters at one event share its quotations, not that. */
const REPRINT = 0.55;
/** With the same agency's credit a third is enough: the rest was cut or written anew. */
const REPRINT_WITH_CREDIT = 0.3;
/** The candidates with most bands in common; more than a few reprints of one story look the same. */
const CANDIDATES = 6;

/** Articles whose sequences are made in one turn: some milliseconds. */
const LOOKED_AT = 8;

interface Candidate {
  seq: number;
  id: string;
  lineageId: string;
  originId: string;
  shingles: ReadonlySet<number>;
  credits: string[];
}

/** Find the origin of each article of a batch, earlier ones of the batch among the candidates. */
export async function findOrigins(
  tx: Kysely<Schema>,
  store: Store,
  fresh: readonly FreshArticle[],
): Promise<Map<number, Origin>> {
  const shared = await findSharedBands(tx, store, fresh);
  const asked = new Set([...shared.values()].flat());
  const known = await loadCandidates(tx, store, asked);
  const origins = new Map<number, Origin>();
  for (const article of fresh) {
    const candidates = (shared.get(article.seq) ?? []).flatMap((seq) => known.get(seq) ?? []);
    // Most articles share a band with no other, and nothing of them is looked at.
    if (candidates.length === 0 && !asked.has(article.seq)) {
      origins.set(article.seq, { originId: article.lineageId, likenesses: [], told: [] });
      continue;
    }
    const { seq, id, lineageId } = article;
    const json = new TextDecoder().decode(article.json);
    const own = candidateOf({ seq, id, lineageId, originId: lineageId }, json);
    const origin = compareAll(own, candidates);
    origins.set(seq, origin);
    known.set(seq, { ...own, originId: origin.originId });
    if (known.size % LOOKED_AT === 0) await yieldTurn();
  }
  return origins;
}

function candidateOf(
  row: Pick<Candidate, 'seq' | 'id' | 'lineageId' | 'originId'>,
  json: string,
): Candidate {
  const { article } = JSON.parse(json) as ArticleRecord;
  return { ...row, shingles: findShingles(article), credits: findCredits(article) };
}

/** The articles with which each shares bands, most first. */
async function findSharedBands(
  tx: Kysely<Schema>,
  store: Store,
  fresh: readonly FreshArticle[],
): Promise<Map<number, number[]>> {
  const bands = fresh.flatMap((article) => article.bands);
  if (bands.length === 0) return new Map();
  const rows = await tx
    .selectFrom('article_band')
    .select(['band', 'article_seq'])
    .where(store.dialect.among('band', bands))
    .execute();
  const holders = new Map<number, number[]>();
  for (const { band, article_seq: seq } of rows)
    holders.set(band, [...(holders.get(band) ?? []), seq]);
  const shared = new Map<number, number[]>();
  for (const article of fresh) {
    const counts = new Map<number, number>();
    for (const band of article.bands) {
      const holding = holders.get(band) ?? [];
      for (const seq of holding) counts.set(seq, (counts.get(seq) ?? 0) + 1);
      holders.set(band, [...holding, article.seq]);
    }
    const ranked = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    shared.set(
      article.seq,
      ranked.slice(0, CANDIDATES).map(([seq]) => seq),
    );
  }
  return shared;
}

async function loadCandidates(
  tx: Kysely<Schema>,
  store: Store,
  seqs: ReadonlySet<number>,
): Promise<Map<number, Candidate>> {
  const candidates = new Map<number, Candidate>();
  if (seqs.size === 0) return candidates;
  const rows = await tx
    .selectFrom('article')
    .select(['seq', 'id', 'lineage_id', 'origin_id', 'record'])
    .where(store.dialect.among('seq', [...seqs]))
    .execute();
  for (const { seq, id, lineage_id: lineageId, origin_id: originId, record } of rows) {
    candidates.set(seq, candidateOf({ seq, id, lineageId, originId }, record));
    if (candidates.size % LOOKED_AT === 0) await yieldTurn();
  }
  return candidates;
}

function compareAll(own: Candidate, candidates: readonly Candidate[]): Origin {
  const origin: Origin = { originId: own.originId, likenesses: [], told: [] };
  let best = 0;
  for (const candidate of candidates) {
    if (candidate.lineageId === own.lineageId) continue;
    const found = compareTwo(own, candidate);
    if (found === null) continue;
    origin.likenesses.push({ article_seq: own.seq, other_seq: candidate.seq, ...found });
    origin.told.push({ articleId: own.id, otherId: candidate.id, ...found });
    if (found.likeness <= best) continue;
    best = found.likeness;
    origin.originId = candidate.originId;
  }
  return origin;
}

function compareTwo(
  own: Candidate,
  other: Candidate,
): Omit<Likeness, 'articleId' | 'otherId'> | null {
  const { jaccard, contained } = compareShingles(own.shingles, other.shingles);
  const likeness = Math.round(contained * 1000) / 1000;
  const share = `${Math.round(contained * 100)} % of the shorter article's words stand in the other`;
  if (NEAR_DUPLICATE <= jaccard) return { kind: 'near-duplicate', likeness, reason: share };
  const credit = findSharedCredit(own.credits, other.credits);
  const least = credit === null ? REPRINT : REPRINT_WITH_CREDIT;
  if (contained < least) return null;
  const reason = credit === null ? share : `${share}; both credit "${credit}"`;
  return { kind: 'reprint', likeness, reason };
}
