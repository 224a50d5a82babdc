/**
 * The table of entries as it is exported: each column with its meaning, so that the codebook and
 * the table cannot differ.
 * @module
 */

import { describeCondition, describeEntryLine, type EntryFacts } from '../words/describe-entry.ts';
import {
  commitmentOf,
  factsOfLedger,
  type LedgerEntry,
  listConditionsOf,
  scoreOf,
  statementOf,
} from '../words/ledger-entry.ts';
import { columnsOf } from './column.ts';

const names = (entry: LedgerEntry, part: Parameters<EntryFacts['names']>[0]) =>
  factsOfLedger(entry).names(part).join('; ');
const cut = (entry: LedgerEntry, spans: Parameters<EntryFacts['cut']>[0] | undefined) =>
  spans ? factsOfLedger(entry).cut(spans) : '';

function deadlineOf(entry: LedgerEntry) {
  const deadline = commitmentOf(entry)?.deadline;
  return deadline && [deadline.span];
}

/** The columns of exported entries: where it stands, then what it says. */
export const ENTRY_COLUMNS = columnsOf<LedgerEntry>({
  id: ['string', 'Id of the entry; the same after every re-reading', (e) => e.id],
  kind: ['string', 'statement or commitment', (e) => e.kind],
  line: [
    'string',
    'The entry in one plain line, made by the software',
    (e) => describeEntryLine(factsOfLedger(e)),
  ],
  quotation: [
    'string',
    'The words from the first span to the last, cut from the article',
    (e) => e.excerpt,
  ],
  start: [
    'integer',
    'Where the quotation begins, in UTF-16 code units of the article’s text',
    (e) => e.excerptStart,
  ],
  end: ['integer', 'Where it ends, not included', (e) => e.excerptStart + e.excerpt.length],
  article_id: ['string', 'Id of the article', (e) => e.article.id],
  origin_id: [
    'string',
    'Articles with one origin are reprints of one report',
    (e) => e.article.originId,
  ],
  title: ['string', 'Title of the article', (e) => e.article.title],
  publisher: ['string', 'Who published it', (e) => e.article.publisher],
  published_on: ['date', 'When it was published (ISO 8601)', (e) => e.article.publishedOn],
  url: ['string', 'Address of the article', (e) => e.article.url],
  speaker: ['string', 'Who said it (statements)', (e) => names(e, 'speaker')],
  statement_kind: ['string', 'direct, indirect or mixed', (e) => statementOf(e)?.kind],
  act: [
    'string',
    'What the source does: says, decides, intends, believes, feels, shows, declines',
    (e) => statementOf(e)?.act,
  ],
  party: [
    'string',
    'Who is bound, demands or objects (commitments)',
    (e) => names(e, 'party') || cut(e, commitmentOf(e)?.party),
  ],
  stance: [
    'string',
    'commits, offers, considers, refuses, demands, accepts, rejects or threatens',
    (e) => commitmentOf(e)?.stance,
  ],
  action: [
    'string',
    'The action, cut from the article; pieces joined by " … "',
    (e) => cut(e, commitmentOf(e)?.action),
  ],
  counterparty: [
    'string',
    'Towards whom, of whom, or against whom',
    (e) => names(e, 'counterparty'),
  ],
  conditions: [
    'string',
    'What it hangs on, with the connective; joined by "; "',
    (e) => listConditionsOf(e).map(describeCondition).join('; '),
  ],
  condition_states: [
    'string',
    'open, met, failed or disputed, in the same order',
    (e) =>
      listConditionsOf(e)
        .map(({ state }) => state)
        .join('; '),
  ],
  deadline: ['string', 'The deadline’s words, cut from the article', (e) => cut(e, deadlineOf(e))],
  deadline_by: ['string', 'The deadline as an ISO 8601 date', (e) => commitmentOf(e)?.deadline?.by],
  quantity: ['number', 'How much or how many', (e) => commitmentOf(e)?.quantity?.value],
  unit: ['string', 'Of what', (e) => commitmentOf(e)?.quantity?.unit],
  asserted_by: [
    'string',
    'Who says so; empty for the outlet in its own voice',
    (e) => names(e, 'asserter'),
  ],
  basis: [
    'string',
    'The rung of the evidence ladder, from own-words to outlet',
    (e) => commitmentOf(e)?.basis,
  ],
  hedged: [
    'boolean',
    'Whether the speaker or the outlet lowers it',
    (e) => 0 < ((commitmentOf(e) ?? statementOf(e))?.hedges.length ?? 0),
  ],
  said_from: ['date', 'First day on which it can have been said', (e) => e.saidFrom],
  said_to: ['date', 'Last day on which it can have been said', (e) => e.saidTo],
  status: [
    'string',
    'How far the commitment has come, where a person set it',
    (e) => (e.kind === 'commitment' ? e.status : undefined),
  ],
  review: ['string', 'open, accepted, edited or rejected by a person', (e) => e.review],
  rule: [
    'string',
    'The rule or model that found it',
    (e) => (commitmentOf(e) ?? statementOf(e))?.rule,
  ],
  score: ['number', 'How sure the reader is: 0.9 means right nine times in ten', (e) => scoreOf(e)],
});
