/**
 * A button that opens a menu of actions, by Zag's menu machine (arrow keys, type-ahead, Escape).
 * @module
 */
import * as menu from '@zag-js/menu';
import { normalizeProps, useMachine } from '@zag-js/preact';
import { useId } from 'preact/hooks';

/** One action of a menu. */
export interface MenuAction {
  value: string;
  label: string;
  /** One line below the label. */
  hint?: string;
}

interface MenuProps {
  label: string;
  actions: readonly MenuAction[];
  onSelect: (value: string) => void;
}

/** Draw a menu button. */
export function Menu({ label, actions, onSelect }: MenuProps) {
  const service = useMachine(menu.machine, {
    id: useId(),
    positioning: { placement: 'bottom-end' },
    onSelect: ({ value }) => onSelect(value),
  });
  const api = menu.connect(service, normalizeProps);
  return (
    <div class="menu">
      <button type="button" {...api.getTriggerProps()}>
        {label}
      </button>
      <div {...api.getPositionerProps()}>
        <ul {...api.getContentProps()} class="menu-list">
          {actions.map(({ value, label: name, hint }) => (
            <li key={value} {...api.getItemProps({ value })}>
              {name}
              {hint && <span class="hint">{hint}</span>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
