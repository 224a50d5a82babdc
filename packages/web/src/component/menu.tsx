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

/** Actions that belong together, under a name. */
export interface MenuGroup {
  label: string;
  actions: readonly MenuAction[];
}

interface MenuProps {
  label: string;
  groups: readonly MenuGroup[];
  onSelect: (value: string) => void;
}

/** Draw a menu button. */
export function Menu({ label, groups, onSelect }: MenuProps) {
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
        <div {...api.getContentProps()} class="menu-list">
          {groups.map((group) => (
            <div key={group.label} {...api.getItemGroupProps({ id: group.label })}>
              <p {...api.getItemGroupLabelProps({ htmlFor: group.label })}>{group.label}</p>
              {group.actions.map(({ value, label: name, hint }) => (
                <div key={value} class="menu-item" {...api.getItemProps({ value })}>
                  {name}
                  {hint && <span class="hint">{hint}</span>}
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
