/**
 * Condition chips: the connective, what it waits for, and its state, as a link to the condition's
 * page.
 * @module
 */
import type { ConditionChip } from '@onrecord/record';
import { Words } from '../../component/article-text.tsx';
import { pathOf, place } from '../../route.ts';
import { describeCondition } from '../../words/describe-entry.ts';

/** The address of a condition's page, in the dossier that is open. */
export function hrefOfCondition(key: string): string {
  // Not followed: a chip does not change with the query of the address.
  const [screen, dossier] = place.peek().path;
  const scope = screen === 'dossiers' && dossier ? `?dossier=${encodeURIComponent(dossier)}` : '';
  return `${pathOf('conditions', key)}${scope}`;
}

/** Draw one condition as a chip. */
export function Condition({ condition }: { condition: ConditionChip }) {
  return (
    <a
      class="condition-chip"
      href={hrefOfCondition(condition.key)}
      data-state={condition.state}
      title={condition.trigger}
    >
      <span class="field-mark" data-field="condition">
        <Words text={describeCondition(condition)} />
      </span>
      {condition.state !== 'open' && <span class="condition-state">{condition.state}</span>}
    </a>
  );
}

/** Draw the conditions of one position. */
export function ConditionChips({ conditions }: { conditions: readonly ConditionChip[] }) {
  if (conditions.length === 0) return null;
  return (
    <p class="condition-chips">
      {conditions.map((condition) => (
        <Condition key={`${condition.key} ${condition.connective}`} condition={condition} />
      ))}
    </p>
  );
}
