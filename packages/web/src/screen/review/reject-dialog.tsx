/**
 * Rejecting asks for a reason: one of the usual ones, or one's own words.
 * @module
 */
import { FormDialog } from '../../component/form-dialog.tsx';

/** The usual reasons, in the order of how often readers correct a reading for them. */
const REASONS = [
  'nobody says this',
  'wrong speaker or party',
  'wrong words',
  'wrong stance',
  'not a commitment',
  'found twice',
] as const;

/** Read the reason out of a form with `Reasons` in it. */
export function readReason(form: HTMLFormElement): string {
  const values = new FormData(form);
  const own = String(values.get('own') ?? '').trim();
  return own || String(values.get('reason') ?? REASONS[0]);
}

/** Draw the choice of a reason. */
export function Reasons() {
  return (
    <>
      <fieldset class="reasons">
        <legend class="sr-only">Reason</legend>
        {REASONS.map((reason, at) => (
          <label key={reason}>
            <input type="radio" name="reason" value={reason} defaultChecked={at === 0} /> {reason}
          </label>
        ))}
      </fieldset>
      <label>
        Or in your own words
        <input name="own" autocomplete="off" />
      </label>
    </>
  );
}

interface RejectDialogProps {
  onReject: (reason: string) => void;
  onClose: () => void;
}

/** Ask why an entry is rejected. */
export function RejectDialog({ onReject, onClose }: RejectDialogProps) {
  return (
    <FormDialog
      title="Reject this entry: why?"
      action="Reject"
      onClose={onClose}
      onSubmit={(form) => onReject(readReason(form))}
    >
      <Reasons />
    </FormDialog>
  );
}
