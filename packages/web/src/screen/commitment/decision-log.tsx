/**
 * The log of decisions on one entry: who decided what and when, each with its undo.
 * @module
 */
import type { Decided } from '@onrecord/api/client';
import { DecisionLine } from '../../component/decision-line.tsx';

interface DecisionLogProps {
  decisions: readonly Decided[];
  onChange: () => void;
}

/** Draw a log of decisions, newest first. */
export function DecisionLog({ decisions, onChange }: DecisionLogProps) {
  if (decisions.length === 0) return <p class="hint">Nobody has decided anything on it yet.</p>;
  return (
    <ol class="plain-list decision-log">
      {decisions.map((decided) => (
        <li key={decided.id}>
          <DecisionLine decided={decided} onChange={onChange} />
        </li>
      ))}
    </ol>
  );
}
