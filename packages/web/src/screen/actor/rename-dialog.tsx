/**
 * Giving an actor another name. The names in the articles stay as they are, as aliases.
 * @module
 */
import { FormDialog } from '../../component/form-dialog.tsx';

interface RenameDialogProps {
  /** What it is called now. */
  name: string;
  onRename: (name: string) => void;
  onClose: () => void;
}

/** Ask for another name of an actor. */
export function RenameDialog({ name, onRename, onClose }: RenameDialogProps) {
  return (
    <FormDialog
      title={`Rename ${name}`}
      action="Rename"
      onClose={onClose}
      onSubmit={(form) => {
        const given = String(new FormData(form).get('name') ?? '').trim();
        if (given === '' || given === name) onClose();
        else onRename(given);
      }}
    >
      <label>
        Name
        <input name="name" required autocomplete="off" defaultValue={name} />
      </label>
      <p class="hint">The articles keep their words; the name before stays an alias.</p>
    </FormDialog>
  );
}
