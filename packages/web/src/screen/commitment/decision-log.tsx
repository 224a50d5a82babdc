/**
 * The log of decisions on one entry: who decided what and when, each with its undo.
 * @module
 */
import type { Decided } from '@onrecord/api/client';
import { Words } from '../../component/article-text.tsx';
import { tell } from '../../component/toast.tsx';
import { undoDecisions } from '../../connection/decide.ts';
import { describeDate } from '../../words/date.ts';

/** Describe what was decided in a few words. */
export function describeDecision({ decision }: Pick<Decided, 'decision'>): string {
  const reason = decision.reason ? `: ${decision.reason}` : '';
  switch (decision.kind) {
    case 'edit':
      return `edited the ${decision.field}${reason}`;
    case 'set-status':
      return `set the status to “${decision.status}”${reason}`;
    case 'set-condition':
      return `set a condition to “${decision.state}”${reason}`;
    case 'merge-actors':
      return `merged actors${reason}`;
    case 'split-actor':
      return `split off “${decision.name}”${reason}`;
    case 'rename-actor':
      return `renamed an actor to “${decision.name}”${reason}`;
    case 'link-evidence':
      return `linked evidence${reason}`;
    default:
      return `${{ accept: 'accepted', reject: 'rejected', undo: 'took a decision back', move: 'moved a decision' }[decision.kind]}${reason}`;
  }
}

/** Draw a log of decisions, newest first. */
export function DecisionLog({
  decisions,
  onChange,
}: {
  decisions: readonly Decided[];
  onChange: () => void;
}) {
  if (decisions.length === 0) return <p class="hint">Nobody has decided anything on it yet.</p>;
  const undo = async (id: string) => {
    if (!(await undoDecisions([id]))) return;
    tell('The decision is taken back');
    onChange();
  };
  return (
    <ol class="plain-list decision-log">
      {decisions.map((decided) => (
        <li key={decided.id} data-undone={decided.undoneBy === undefined ? undefined : ''}>
          <span>
            <Words text={`${decided.by} ${describeDecision(decided)}`} />{' '}
            <span class="hint">
              {describeDate(decided.at)}
              {decided.undoneBy !== undefined && ', taken back'}
            </span>
          </span>
          {decided.undoneBy === undefined && decided.decision.kind !== 'undo' && (
            <button type="button" class="quiet" onClick={() => void undo(decided.id)}>
              Undo
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
