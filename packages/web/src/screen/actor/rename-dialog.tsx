/**
 * Giving an actor another name. The names in the articles stay as they are, as aliases.
 * @module
 */
import { Dialog } from '../../component/dialog.tsx';

interface RenameDialogProps {
  /** What it is called now. */
  name: string;
  onRename: (name: string) => void;
  onClose: () => void;
}

/** Ask for another name of an actor. */
export function RenameDialog({ name, onRename, onClose }: RenameDialogProps) {
  return (
    <Dialog title={`Rename ${name}`} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const given = String(new FormData(event.currentTarget).get('name') ?? '').trim();
          if (given === '' || given === name) onClose();
          else onRename(given);
        }}
      >
        <label>
          Name
          <input name="name" required autocomplete="off" defaultValue={name} />
        </label>
        <p class="hint">The articles keep their words; the name before stays an alias.</p>
        <div class="row">
          <button type="submit" class="primary">
            Rename
          </button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
