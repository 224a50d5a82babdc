/**
 * Deciding on all that passes the filter: the dialog that counts it, says what the filter is and
 * asks; and the one that tells how far it is and can be stopped.
 * @module
 */
import { TroublePanel } from '../../component/answer-view.tsx';
import { Words } from '../../component/article-text.tsx';
import { Dialog } from '../../component/dialog.tsx';
import { FormDialog } from '../../component/form-dialog.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { useAnswer } from '../../connection/use-answer.ts';
import { Reasons, readReason } from './reject-dialog.tsx';
import type { Bulk, BulkVerdict } from './use-bulk.ts';

interface DecideAllProps {
  kind: BulkVerdict['kind'];
  /** The filter in words; empty where there is none. */
  filter: readonly string[];
  listIds: () => Promise<string[]>;
  onConfirm: (ids: readonly string[], verdict: BulkVerdict) => void;
  onClose: () => void;
}

const VERBS = { accept: 'Accept', reject: 'Reject' } as const;

/** Ask whether all of it is meant, with its count: exactly these are decided then. */
export function DecideAll({ kind, filter, listIds, onConfirm, onClose }: DecideAllProps) {
  const ids = useAnswer(`ids ${kind} ${filter.join()}`, listIds);
  // What was counted before is not what is there now.
  const count = ids.isLoading ? undefined : ids.value?.length;
  const what = count === undefined ? 'all' : describeCount(count, 'entry', 'entries');
  return (
    <FormDialog
      title={`${VERBS[kind]} ${what}?`}
      action={`${VERBS[kind]} ${what}`}
      isReady={count !== undefined && 0 < count}
      onClose={onClose}
      onSubmit={(form) =>
        onConfirm(
          ids.value ?? [],
          kind === 'accept' ? { kind } : { kind, reason: readReason(form) },
        )
      }
    >
      <p>
        {filter.length === 0 ? (
          <>
            No filter is set: this is <strong>the whole queue</strong>.
          </>
        ) : (
          <>
            All that nobody has decided on with <Words text={filter.join(', ')} />, also what the
            list has not loaded.
          </>
        )}{' '}
        It is decided under your name, can be stopped on the way, and one undo takes all of it back.
      </p>
      {ids.isLoading && <p role="status">Counting …</p>}
      {ids.trouble && <TroublePanel trouble={ids.trouble} again={ids.again} />}
      {kind === 'reject' && <Reasons />}
    </FormDialog>
  );
}

/** Tell how far it is; closing it is stopping. */
export function BulkProgress({ bulk }: { bulk: Bulk }) {
  if (!bulk.progress) return null;
  const { doing, done, total } = bulk.progress;
  return (
    <Dialog title={`${doing} ${describeCount(total, 'entry', 'entries')}`} onClose={bulk.stop}>
      <p role="status">
        {done} of {total} done. What is done stays done when you stop, and can be undone.
      </p>
      <progress value={done} max={total} aria-label={doing} />
      <div class="row">
        <button type="button" onClick={bulk.stop}>
          Stop
        </button>
      </div>
    </Dialog>
  );
}
