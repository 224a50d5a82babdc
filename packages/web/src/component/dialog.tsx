/**
 * A dialog: the browser's own modal `<dialog>`, which holds the focus, closes on Escape, and gives
 * the focus back.
 * @module
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Words } from './article-text.tsx';

interface DialogProps {
  title: string;
  children: ComponentChildren;
  onClose: () => void;
}

/** Draw an open dialog; take it out of the page to close it. */
export function Dialog({ title, children, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-body">
        <h2 id={heading}>
          <Words text={title} />
        </h2>
        {children}
      </div>
    </dialog>
  );
}
