/**
 * A decision in a few words.
 * @module
 */
import type { Decided } from '@onrecord/api/client';

/** Describe what was decided in a few words. */
export function describeDecision({ decision }: Pick<Decided, 'decision'>): string {
  const reason = decision.reason ? `: ${decision.reason}` : '';
  switch (decision.kind) {
    case 'edit':
      return `edited the ${decision.field}${reason}`;
    case 'set-status':
      return `set the status to “${decision.status}”${reason}`;
    case 'set-condition':
      return `set a condition to “${decision.state}”${reason}`;
    case 'merge-actors':
      return `merged actors${reason}`;
    case 'split-actor':
      return `split off “${decision.name}”${reason}`;
    case 'rename-actor':
      return `renamed an actor to “${decision.name}”${reason}`;
    case 'link-evidence':
      return `linked evidence${reason}`;
    default:
      return `${{ accept: 'accepted', reject: 'rejected', undo: 'took a decision back', move: 'moved a decision' }[decision.kind]}${reason}`;
  }
}
