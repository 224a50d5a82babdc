/**
 * Rejecting asks for a reason: one of the usual ones, or one's own words.
 * @module
 */
import { FormDialog } from '../../component/form-dialog.tsx';
import { describeCount } from '../../component/record-head.tsx';

/** The usual reasons, in the order of how often readers correct a reading for them. */
const REASONS = [
  'nobody says this',
  'wrong speaker or party',
  'wrong words',
  'wrong stance',
  'not a commitment',
  'found twice',
] as const;

interface RejectDialogProps {
  count: number;
  onReject: (reason: string) => void;
  onClose: () => void;
}

/** Ask why entries are rejected. */
export function RejectDialog({ count, onReject, onClose }: RejectDialogProps) {
  return (
    <FormDialog
      title={`Reject ${describeCount(count, 'entry', 'entries')}: why?`}
      action="Reject"
      onClose={onClose}
      onSubmit={(form) => {
        const values = new FormData(form);
        const own = String(values.get('own') ?? '').trim();
        onReject(own || String(values.get('reason') ?? REASONS[0]));
      }}
    >
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
    </FormDialog>
  );
}
