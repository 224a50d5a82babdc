/**
 * Tabs whose choice stands in the address bar, by Zag's tabs machine.
 * @module
 */
import { normalizeProps, useMachine } from '@zag-js/preact';
import * as tabs from '@zag-js/tabs';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { place, writeQuery } from '../route.ts';

/** One tab. */
export interface Tab {
  value: string;
  label: string;
  render: () => ComponentChildren;
}

/** Draw tabs; only the chosen panel is drawn. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  const asked = place.value.query.get('view');
  const value = items.find((item) => item.value === asked)?.value ?? items[0]?.value ?? null;
  const service = useMachine(tabs.machine, {
    id: useId(),
    value,
    onValueChange: ({ value: next }) =>
      writeQuery({ view: next === items[0]?.value ? null : next }),
  });
  const api = tabs.connect(service, normalizeProps);
  return (
    <div {...api.getRootProps()} class="tabs">
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the machine gives it the role */}
      <div {...api.getListProps()} aria-label={label} class="tab-list">
        {items.map((item) => (
          <button type="button" key={item.value} {...api.getTriggerProps({ value: item.value })}>
            {item.label}
          </button>
        ))}
      </div>
      {items.map((item) => (
        <div key={item.value} {...api.getContentProps({ value: item.value })}>
          {item.value === value && (
            <>
              <h2 class="sr-only">{item.label}</h2>
              {item.render()}
            </>
          )}
        </div>
      ))}
    </div>
  );
}
