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

/** A column of an exported table. */
export interface Column<Row> {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  description: string;
  get: (row: Row) => string | number | boolean | undefined;
}

type EntryColumn = Column<LedgerEntry>;

const names = (entry: LedgerEntry, part: Parameters<EntryFacts['names']>[0]) =>
  factsOfLedger(entry).names(part).join('; ');
const cut = (entry: LedgerEntry, spans: Parameters<EntryFacts['cut']>[0] | undefined) =>
  spans ? factsOfLedger(entry).cut(spans) : '';

function deadlineOf(entry: LedgerEntry) {
  const deadline = commitmentOf(entry)?.deadline;
  return deadline && [deadline.span];
}

const COLUMNS_OF_WHERE: readonly EntryColumn[] = [
  {
    name: 'id',
    type: 'string',
    description: 'Id of the entry; the same after every re-reading',
    get: (e) => e.id,
  },
  { name: 'kind', type: 'string', description: 'statement or commitment', get: (e) => e.kind },
  {
    name: 'line',
    type: 'string',
    description: 'The entry in one plain line, made by the software',
    get: (e) => describeEntryLine(factsOfLedger(e)),
  },
  {
    name: 'quotation',
    type: 'string',
    description: 'The words from the first span to the last, cut from the article',
    get: (e) => e.excerpt,
  },
  {
    name: 'start',
    type: 'integer',
    description: 'Where the quotation begins, in UTF-16 code units of the article’s text',
    get: (e) => e.excerptStart,
  },
  {
    name: 'end',
    type: 'integer',
    description: 'Where it ends, not included',
    get: (e) => e.excerptStart + e.excerpt.length,
  },
  {
    name: 'article_id',
    type: 'string',
    description: 'Id of the article',
    get: (e) => e.article.id,
  },
  {
    name: 'origin_id',
    type: 'string',
    description: 'Articles with one origin are reprints of one report',
    get: (e) => e.article.originId,
  },
  {
    name: 'title',
    type: 'string',
    description: 'Title of the article',
    get: (e) => e.article.title,
  },
  {
    name: 'publisher',
    type: 'string',
    description: 'Who published it',
    get: (e) => e.article.publisher,
  },
  {
    name: 'published_on',
    type: 'date',
    description: 'When it was published (ISO 8601)',
    get: (e) => e.article.publishedOn,
  },
  { name: 'url', type: 'string', description: 'Address of the article', get: (e) => e.article.url },
];

const COLUMNS_OF_WHAT: readonly EntryColumn[] = [
  {
    name: 'speaker',
    type: 'string',
    description: 'Who said it (statements)',
    get: (e) => names(e, 'speaker'),
  },
  {
    name: 'statement_kind',
    type: 'string',
    description: 'direct, indirect or mixed',
    get: (e) => statementOf(e)?.kind,
  },
  {
    name: 'act',
    type: 'string',
    description: 'What the source does: says, decides, intends, believes, feels, shows, declines',
    get: (e) => statementOf(e)?.act,
  },
  {
    name: 'party',
    type: 'string',
    description: 'Who is bound, demands or objects (commitments)',
    get: (e) => names(e, 'party') || cut(e, commitmentOf(e)?.party),
  },
  {
    name: 'stance',
    type: 'string',
    description: 'commits, offers, considers, refuses, demands, accepts, rejects or threatens',
    get: (e) => commitmentOf(e)?.stance,
  },
  {
    name: 'action',
    type: 'string',
    description: 'The action, cut from the article; pieces joined by " … "',
    get: (e) => cut(e, commitmentOf(e)?.action),
  },
  {
    name: 'counterparty',
    type: 'string',
    description: 'Towards whom, of whom, or against whom',
    get: (e) => names(e, 'counterparty'),
  },
  {
    name: 'conditions',
    type: 'string',
    description: 'What it hangs on, with the connective; joined by "; "',
    get: (e) => listConditionsOf(e).map(describeCondition).join('; '),
  },
  {
    name: 'condition_states',
    type: 'string',
    description: 'open, met, failed or disputed, in the same order',
    get: (e) =>
      listConditionsOf(e)
        .map(({ state }) => state)
        .join('; '),
  },
  {
    name: 'deadline',
    type: 'string',
    description: 'The deadline’s words, cut from the article',
    get: (e) => cut(e, deadlineOf(e)),
  },
  {
    name: 'deadline_by',
    type: 'string',
    description: 'The deadline as an ISO 8601 date',
    get: (e) => commitmentOf(e)?.deadline?.by,
  },
  {
    name: 'quantity',
    type: 'number',
    description: 'How much or how many',
    get: (e) => commitmentOf(e)?.quantity?.value,
  },
  {
    name: 'unit',
    type: 'string',
    description: 'Of what',
    get: (e) => commitmentOf(e)?.quantity?.unit,
  },
  {
    name: 'asserted_by',
    type: 'string',
    description: 'Who says so; empty for the outlet in its own voice',
    get: (e) => names(e, 'asserter'),
  },
  {
    name: 'basis',
    type: 'string',
    description: 'The rung of the evidence ladder, from own-words to outlet',
    get: (e) => commitmentOf(e)?.basis,
  },
  {
    name: 'hedged',
    type: 'boolean',
    description: 'Whether the speaker or the outlet lowers it',
    get: (e) => 0 < ((commitmentOf(e) ?? statementOf(e))?.hedges.length ?? 0),
  },
  {
    name: 'said_from',
    type: 'date',
    description: 'First day on which it can have been said',
    get: (e) => e.saidFrom,
  },
  {
    name: 'said_to',
    type: 'date',
    description: 'Last day on which it can have been said',
    get: (e) => e.saidTo,
  },
  {
    name: 'status',
    type: 'string',
    description: 'How far the commitment has come, where a person set it',
    get: (e) => (e.kind === 'commitment' ? e.status : undefined),
  },
  {
    name: 'review',
    type: 'string',
    description: 'open, accepted, edited or rejected by a person',
    get: (e) => e.review,
  },
  {
    name: 'rule',
    type: 'string',
    description: 'The rule or model that found it',
    get: (e) => (commitmentOf(e) ?? statementOf(e))?.rule,
  },
  {
    name: 'score',
    type: 'number',
    description: 'How sure the reader is: 0.9 means right nine times in ten',
    get: (e) => scoreOf(e),
  },
];

/** The columns of exported entries. */
export const ENTRY_COLUMNS: readonly EntryColumn[] = [...COLUMNS_OF_WHERE, ...COLUMNS_OF_WHAT];
