/**
 * An actor across articles: names, offices, whom it speaks for, its positions over time, and what
 * people decide about who it is.
 * @module
 */

import type { Decided, LedgerActor } from '@onrecord/api/client';
import type { Shift } from '@onrecord/record';
import { AnswerView } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { focusNextIn } from '../../component/focus-next.ts';
import { LedgerCard } from '../../component/ledger-card.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { useLimit } from '../../component/use-limit.tsx';
import { VirtualList } from '../../component/virtual-list.tsx';
import { client } from '../../connection/client.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { listAll } from '../../connection/use-pages.ts';
import { SHIFT_COLUMNS } from '../../export/board-columns.ts';
import { type ExportTable, tableOf } from '../../export/column.ts';
import { DECISION_COLUMNS } from '../../export/decision-columns.ts';
import { ENTRY_COLUMNS } from '../../export/entry-columns.ts';
import { ACTOR_COLUMNS, NAME_COLUMNS, type NameLine } from '../../export/list-columns.ts';
import { pathOf, place } from '../../route.ts';
import { useTitle } from '../../title.ts';
import { describeRange } from '../../words/date.ts';
import type { LedgerEntry } from '../../words/ledger-entry.ts';
import { ShiftView } from '../dossier/shift-view.tsx';
import { Identity } from './identity.tsx';
import { findDay } from './plot-points.ts';
import { Timeline } from './timeline.tsx';

/** The names that most articles use come first; the others when asked for. */
const NAME_PORTION = 4;

interface DatedName {
  name: string;
  articleCount: number;
  firstOn?: string | undefined;
  lastOn?: string | undefined;
}

function DatedNames({
  title,
  names,
  href,
}: {
  title: string;
  names: readonly DatedName[];
  href?: (at: number) => string;
}) {
  const { shown, more } = useLimit(names, { portion: NAME_PORTION, what: 'names', list: title });
  if (names.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      {shown.map(({ name, articleCount, firstOn, lastOn }, at) => (
        <dd key={name}>
          {href ? (
            <a href={href(at)}>
              <Words text={name} />
            </a>
          ) : (
            <Words text={name} />
          )}{' '}
          <span class="hint">
            {describeCount(articleCount, 'article')}
            {firstOn && `, ${describeRange(firstOn, lastOn ?? firstOn)}`}
          </span>
        </dd>
      ))}
      {more && <dd>{more}</dd>}
    </div>
  );
}

function Names({ actor }: { actor: LedgerActor }) {
  const others = actor.aliases.filter(({ name }) => name !== actor.name);
  return (
    <dl class="actor-names">
      <DatedNames title="Offices" names={actor.offices} />
      <DatedNames
        title="Speaks for"
        names={actor.represents}
        href={(at) => pathOf('actors', actor.represents[at]?.id ?? '')}
      />
      <DatedNames title="Also called" names={others} />
    </dl>
  );
}

/** All names of an actor, with what each is used for. */
function listNames({ offices, represents, aliases }: LedgerActor): NameLine[] {
  const linesOf = (use: string, names: LedgerActor['aliases']) =>
    names.map(({ name, articleCount, firstOn, lastOn }) => ({
      ...{ use, name, articleCount, firstOn, lastOn },
    }));
  return [
    ...linesOf('office', offices),
    ...linesOf('speaks for', represents),
    ...linesOf('also called', aliases),
  ];
}

function isInSpan(entry: LedgerEntry, query: URLSearchParams): boolean {
  const day = findDay(entry.saidFrom ?? entry.article.publishedOn);
  const from = findDay(query.get('from') ?? undefined);
  const to = findDay(query.get('to') ?? undefined);
  if (day === null) return from === null && to === null;
  return (from === null || from <= day) && (to === null || day <= to);
}

/** The entries in the span that the address names. */
const listShown = (entries: readonly LedgerEntry[]): LedgerEntry[] =>
  entries.filter((entry) => isInSpan(entry, place.value.query));

function Positions({ entries }: { entries: readonly LedgerEntry[] }) {
  const { query } = place.value;
  const shown = listShown(entries);
  return (
    <section aria-labelledby="positions-title">
      <div class="result-head">
        <h2 id="positions-title">Positions over time</h2>
      </div>
      <Timeline entries={entries} query={query} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys move between the cards inside */}
      <div onKeyDown={focusNextIn}>
        <VirtualList
          items={shown}
          itemKey={(entry) => entry.id}
          estimate={230}
          label="Entries, newest first"
          render={(entry) => <LedgerCard entry={entry} />}
        />
      </div>
      {shown.length === 0 && <p class="nothing">Nothing was said in this span.</p>}
    </section>
  );
}

interface Said {
  entries: readonly LedgerEntry[] | null;
  shifts: readonly Shift[] | null;
}

/** What the screen exports, as far as it is here. */
function tablesOf(actor: LedgerActor, { entries, shifts }: Said): ExportTable[] {
  const listDecisions = () =>
    listAll<Decided>((cursor, signal, limit) =>
      client.listDecisions({ query: { target: actor.id, cursor, limit }, signal }),
    );
  return [
    ...(entries ? [tableOf('Entries', ENTRY_COLUMNS, () => listShown(entries))] : []),
    ...(shifts ? [tableOf('Shifts', SHIFT_COLUMNS, () => shifts)] : []),
    tableOf('The actor', ACTOR_COLUMNS, () => [actor]),
    tableOf('Names and offices', NAME_COLUMNS, () => listNames(actor)),
    tableOf('Decisions', DECISION_COLUMNS, listDecisions),
  ];
}

/** Draw an actor. */
export function ActorScreen({ id }: { id: string }) {
  const actor = useAnswer(`actor ${id}`, (signal) => client.getActor({ path: { id }, signal }));
  const entries = useAnswer(`timeline ${id}`, () =>
    listAll<LedgerEntry>((cursor, signal, limit) =>
      client.listTimeline({ path: { id }, query: { cursor, limit }, signal }),
    ),
  );
  const shifts = useAnswer(`shifts of ${id}`, () =>
    listAll<Shift>((cursor, signal, limit) =>
      client.listShifts({ query: { actor: [id], party: id, cursor, limit }, signal }),
    ),
  );
  useTitle(actor.value?.name ?? null);
  const again = () => {
    actor.again();
    entries.again();
  };
  return (
    <div class="page page-wide">
      <AnswerView answer={actor} what="the actor">
        {(value) => (
          <header class="actor-head">
            <div class="record-head">
              <div>
                <h1>
                  <Words text={value.name} />
                </h1>
                <p class="counts">
                  {value.kind}, in {describeCount(value.articleCount, 'article')}
                </p>
              </div>
              <ExportMenu
                name="actor"
                tables={tablesOf(value, { entries: entries.value, shifts: shifts.value })}
              />
            </div>
            <Names actor={value} />
            <Identity actor={value} entries={entries.value ?? []} onChange={again} />
          </header>
        )}
      </AnswerView>
      <AnswerView answer={entries} what="what was said">
        {(items) => <Positions entries={items} />}
      </AnswerView>
      {shifts.value && (
        <section aria-labelledby="shifts-title">
          <div class="result-head">
            <h2 id="shifts-title">Shifts</h2>
          </div>
          <ShiftView shifts={shifts.value} scope={{ actor: [id], party: id }} />
        </section>
      )}
    </div>
  );
}
