/**
 * Orphans: decisions that fit nothing any more after a new reading, with their old words and the
 * nearest new ones. Moving one is a decision of a person, never of the software.
 * @module
 */
import type { Orphan } from '@onrecord/api/client';
import { Words } from '../../component/article-text.tsx';
import { ExportMenu } from '../../component/export-menu.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { tell } from '../../component/toast.tsx';
import { client } from '../../connection/client.ts';
import { sendDecision } from '../../connection/decide.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { tableOf } from '../../export/column.ts';
import { ORPHAN_COLUMNS, wordsOfDecision } from '../../export/decision-columns.ts';
import { describeDecision } from '../../words/describe-decision.ts';
import { shortenText } from '../../words/describe-entry.ts';

function OrphanLine({ orphan, onMove }: { orphan: Orphan; onMove: (entryId: string) => void }) {
  const { decision, nearest } = orphan;
  return (
    <li class="line-item">
      <p>
        <Words text={decision.by} /> {describeDecision(decision)}:{' '}
        <q>{shortenText(wordsOfDecision(orphan), 160)}</q>
      </p>
      {nearest.length === 0 && <p class="hint">Nothing in the new reading is like it.</p>}
      {nearest.map(({ entryId, words, likeness }) => (
        <p key={entryId} class="candidate">
          <span>
            <Words text={shortenText(words, 160)} />{' '}
            <span class="hint">{Math.round(likeness * 100)} % alike</span>
          </span>
          <button type="button" onClick={() => onMove(entryId)}>
            Move it here
          </button>
        </p>
      ))}
    </li>
  );
}

/** Draw the orphans of the ledger; nothing when there are none. */
export function Orphans() {
  const orphans = useAnswer('orphans', (signal) => client.listOrphans({ signal }));
  const items = orphans.value?.items ?? [];
  if (items.length === 0) return null;
  const move = async (decisionId: string, targetId: string) => {
    if (!(await sendDecision({ kind: 'move', decisionId, targetId } as never))) return;
    tell('The decision is moved');
    orphans.again();
  };
  return (
    <details class="versions">
      <summary>
        {describeCount(items.length, 'decision fits', 'decisions fit')} nothing any more
      </summary>
      <ExportMenu
        name="orphans"
        tables={[tableOf('Decisions that fit nothing', ORPHAN_COLUMNS, () => items)]}
      />
      <ul class="plain-list">
        {items.map((orphan) => (
          <OrphanLine
            key={orphan.decision.id}
            orphan={orphan}
            onMove={(entryId) => void move(orphan.decision.id, entryId)}
          />
        ))}
      </ul>
    </details>
  );
}
