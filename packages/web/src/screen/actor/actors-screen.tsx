/**
 * The actors of the ledger, the most reported first, found by name.
 * @module
 */
import { TroublePanel } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { Count, ListHead } from '../../component/list-head.tsx';
import { LoadingPanel } from '../../component/state-panel.tsx';
import { VirtualList } from '../../component/virtual-list.tsx';
import { client } from '../../connection/client.ts';
import { listAll, usePages } from '../../connection/use-pages.ts';
import { tableOf } from '../../export/column.ts';
import { ACTOR_COLUMNS } from '../../export/list-columns.ts';
import { pathOf, place, writeQuery } from '../../route.ts';

/** Draw the list of actors. */
export function ActorsScreen() {
  const name = place.value.query.get('name') ?? '';
  const ask = (cursor: string | undefined, signal: AbortSignal, limit: number) =>
    client.listActors({ query: { name: name || undefined, cursor, limit }, signal });
  const found = usePages(`actors ${name}`, ask);
  const isEmpty = found.items.length === 0;
  return (
    <div class="page">
      <header class="record-head">
        <div>
          <h1>Actors</h1>
          <p class="lead">Persons, governments and organisations across all articles.</p>
        </div>
        <ExportMenu name="actors" tables={[tableOf('Actors', ACTOR_COLUMNS, () => listAll(ask))]} />
      </header>
      <div class="search-field">
        <label for="actor-name" class="sr-only">
          Name
        </label>
        <input
          id="actor-name"
          type="search"
          placeholder="Find by name"
          value={name}
          onInput={(event) => writeQuery({ name: event.currentTarget.value || null })}
        />
      </div>
      {found.trouble && <TroublePanel trouble={found.trouble} again={found.again} />}
      {isEmpty && found.isLoading && <LoadingPanel what="Loading the actors" />}
      {isEmpty && !found.isLoading && !found.trouble && (
        <p class="nothing" role="status">
          {name ? `No actor is called “${name}”.` : 'There are no actors yet.'}
        </p>
      )}
      {!isEmpty && <ListHead names={['Name', 'Kind', 'Country', 'Articles']} />}
      <VirtualList
        items={found.items}
        itemKey={(actor) => actor.id}
        estimate={46}
        label="Actors, the most reported first"
        render={(actor) => (
          <div class="list-line">
            <a href={pathOf('actors', actor.id)}>
              <Words text={actor.name} />
            </a>
            <span class="hint">{actor.kind}</span>
            <span class="hint">{actor.country ?? ''}</span>
            <Count value={actor.articleCount} of="article" />
          </div>
        )}
      />
      {found.hasMore && (
        <button type="button" onClick={found.more} disabled={found.isLoading}>
          Show more
        </button>
      )}
    </div>
  );
}
