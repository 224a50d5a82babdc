/**
 * The switches of a what-if: for each condition of the board the state that is assumed. What is
 * assumed stands in the address bar (`?if=ceasefire:met`), so that a reading can be linked.
 * @module
 */
import type { BoardCondition, ConditionState } from '@onrecord/record';
import { useState } from 'preact/hooks';
import { Words } from '../../component/article-text.tsx';
import { Count } from '../../component/list-head.tsx';
import { writeQuery } from '../../route.ts';
import { nameCondition } from '../../words/describe-entry.ts';
import { hrefOfCondition } from './condition-chip.tsx';
import { CONDITION_STATES } from './outcome.ts';

/** The conditions on which most hangs are shown first; the others when asked for. */
const SHOWN_COUNT = 8;

/** Read what is assumed out of a query; unknown states are dropped. */
export function readAssumed(query: URLSearchParams): Record<string, ConditionState> {
  const assumed: Record<string, ConditionState> = {};
  for (const item of query.getAll('if')) {
    const colon = item.lastIndexOf(':');
    const state = CONDITION_STATES.find((known) => known === item.slice(colon + 1));
    if (0 < colon && state) assumed[item.slice(0, colon)] = state;
  }
  return assumed;
}

function writeAssumed(assumed: Record<string, ConditionState>): void {
  writeQuery({ if: Object.entries(assumed).map(([key, state]) => `${key}:${state}`) });
}

interface SwitchesProps {
  conditions: readonly BoardCondition[];
  assumed: Record<string, ConditionState>;
}

/** Draw the switches. */
export function ConditionSwitches({ conditions, assumed }: SwitchesProps) {
  const assume = (condition: BoardCondition, state: ConditionState) => {
    const { [condition.key]: _, ...others } = assumed;
    writeAssumed(state === condition.state ? others : { ...others, [condition.key]: state });
  };
  const [isWhole, setWhole] = useState(false);
  const sorted = [...conditions].sort((a, b) => b.entryIds.length - a.entryIds.length);
  const shown = isWhole
    ? sorted
    : sorted.filter(({ key }, at) => at < SHOWN_COUNT || assumed[key] !== undefined);
  return (
    <details class="switches" open={innerWidth > 960}>
      <summary>What if …</summary>
      {0 < conditions.length && (
        <p class="switches-hint">Each with the number of positions that name it.</p>
      )}
      {conditions.length === 0 && <p class="hint">No position of this board names a condition.</p>}
      {shown.map((condition) => (
        <fieldset key={condition.key} class="switch">
          <legend>
            <a class="switch-name" href={hrefOfCondition(condition.key)}>
              <Words text={nameCondition(condition)} />
            </a>{' '}
            <Count value={condition.entryIds.length} of="position" />
          </legend>
          <div class="switch-states">
            {CONDITION_STATES.map((state) => (
              <label key={state}>
                <input
                  type="radio"
                  class="unseen-input"
                  name={`if-${condition.key}`}
                  checked={(assumed[condition.key] ?? condition.state) === state}
                  onChange={() => assume(condition, state)}
                />
                <span>{state}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {shown.length < sorted.length && (
        <button type="button" class="quiet flush" onClick={() => setWhole(true)}>
          {sorted.length - shown.length} more conditions
        </button>
      )}
      {0 < Object.keys(assumed).length && (
        <button type="button" onClick={() => writeAssumed({})}>
          Back to what is known
        </button>
      )}
    </details>
  );
}
