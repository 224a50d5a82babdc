/**
 * Candidates with their feature rows and spans, for the trainer: the same rules, features and cuts
 * as `findCommitments`, before anything is decided.
 * @module
 */
import type { Span, Stance } from '@onrecord/record';
import { listPartnerOptions } from './choose-partners.ts';
import { openClauseView } from './clause-view.ts';
import { findCandidates } from './find-candidates.ts';
import { spanOf } from './find-circumstances.ts';
import type { CommitmentsInput } from './find-commitments.ts';
import { findAround, readOdds } from './find-commitments.ts';
import { findConditions } from './find-conditions.ts';
import { findRulePartners } from './find-party.ts';
import { oddsOfCue } from './find-positions.ts';
import type { CommitmentModel } from './ranker.ts';
import { blendEvidence, listFeatureRows, rankCandidates } from './ranker.ts';
import { openSituation } from './situation.ts';

/** A candidate as the trainer sees it. */
export interface RankingCandidate {
  /** Lemma and frame ("pledge:inf"). */
  readonly key: string;
  readonly stance: Stance;
  /** Where the cue's word begins, in UTF-16 units. */
  readonly cueOffset: number;
  readonly party: readonly Span[];
  readonly cue: readonly Span[];
  readonly action: readonly Span[];
  /** Rows of the weight table. */
  readonly rows: Int32Array;
  /** What the ranker's probability and the network's odds are weighed by, where they were asked. */
  readonly evidence: readonly number[];
  /** Who may be its party or counterparty, with rows of their own table. */
  listPartners(): readonly { readonly spans: readonly Span[]; readonly rows: Int32Array }[];
}

/** List the candidates of an article in the order of the text. */
export function listRankingCandidates(
  input: Pick<CommitmentsInput, 'analysis' | 'mentions' | 'attributions' | 'dates' | 'states'>,
  model: CommitmentModel | null = null,
): RankingCandidate[] {
  const view = openClauseView(input.analysis);
  const situation = openSituation(view, input.attributions, input.mentions);
  const candidates = findCandidates(view);
  const rows = listFeatureRows(situation, candidates);
  const odds = readOdds(view, candidates, { ...input, model });
  const alone = rankCandidates(situation, candidates, model);
  const conditions = findConditions(view);
  return candidates.map((candidate, index) => {
    const { action } = findAround(view, candidate, { conditions, dates: input.dates });
    const { attributions } = input;
    const rules = findRulePartners(situation, candidate, { attributions, action });
    const { party } = rules;
    return {
      key: candidate.key,
      stance: candidate.stance,
      cueOffset: input.analysis.tokens.start[candidate.cueWord] ?? 0,
      party: party ? [spanOf(view, party)] : [],
      cue: [spanOf(view, candidate.cue)],
      action: action.map((range) => spanOf(view, range)),
      rows: rows[index] ?? new Int32Array(0),
      evidence: odds
        ? blendEvidence(candidate, {
            score: alone[index]!.score,
            odds: oddsOfCue(odds, candidate),
          })
        : [],
      listPartners: () =>
        listPartnerOptions(situation, { candidate, attributions, rules }).map((option) => ({
          spans: [spanOf(view, option.range)],
          rows: option.rows,
        })),
    };
  });
}
