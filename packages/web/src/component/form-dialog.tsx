/**
 * A dialog that asks for something and does it: a form, a button that says what is done, Cancel.
 * @module
 */
import type { ComponentChildren } from 'preact';
import { Dialog } from './dialog.tsx';

interface FormDialogProps {
  title: string;
  /** What the button does, in its words ("Rename"). */
  action: string;
  /** Whether it can be done yet. */
  isReady?: boolean;
  children: ComponentChildren;
  onSubmit: (form: HTMLFormElement) => void;
  onClose: () => void;
}

/** Draw an open dialog with a form; whoever shows it takes it out of the page. */
export function FormDialog({
  title,
  action,
  isReady = true,
  children,
  onSubmit,
  onClose,
}: FormDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(event.currentTarget);
        }}
      >
        {children}
        <div class="row">
          <button type="submit" class="primary" disabled={!isReady}>
            {action}
          </button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
