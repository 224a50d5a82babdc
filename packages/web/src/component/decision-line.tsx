/**
 * One decision: who decided what and when, and its undo.
 * @module
 */
import type { Decided } from '@onrecord/api/client';
import { undoDecisions } from '../connection/decide.ts';
import { wordsOfDecision } from '../export/decision-columns.ts';
import { pathOf } from '../route.ts';
import { describeDate } from '../words/date.ts';
import { describeDecision } from '../words/describe-decision.ts';
import { shortenText } from '../words/describe-entry.ts';
import { Words } from './article-text.tsx';
import { tell } from './toast.tsx';

/** Where what a decision is about has its page; null for what has none. */
function hrefOfTarget({ decision }: Decided): string | null {
  if ('entryId' in decision) return pathOf('commitments', decision.entryId);
  return 'actorId' in decision ? pathOf('actors', decision.actorId) : null;
}

/** The words that a decision is about, as the way to its page. */
function Target({ decided }: { decided: Decided }) {
  const href = hrefOfTarget(decided);
  const words = shortenText(wordsOfDecision(decided), 160);
  if (words === '') return href && <a href={href}>the actor</a>;
  const quote = (
    <q>
      <Words text={words} />
    </q>
  );
  return href ? <a href={href}>{quote}</a> : quote;
}

interface DecisionLineProps {
  decided: Decided;
  onChange: () => void;
  /** Whether it says what it is about; on the page of that it need not. */
  isLinked?: boolean;
}

/** Draw one decision. */
export function DecisionLine({ decided, onChange, isLinked = false }: DecisionLineProps) {
  const isUndone = decided.undoneBy !== undefined;
  const undo = async () => {
    if (!(await undoDecisions([decided.id]))) return;
    tell('The decision is taken back');
    onChange();
  };
  return (
    <div class="decision-line" data-undone={isUndone ? '' : undefined}>
      <span>
        <span>
          <Words text={`${decided.by} ${describeDecision(decided)}`} />
        </span>{' '}
        <span class="hint">
          {describeDate(decided.at)}
          {isUndone && ', taken back'}
        </span>
        {isLinked && (
          <p>
            <Target decided={decided} />
          </p>
        )}
      </span>
      {!isUndone && decided.decision.kind !== 'undo' && (
        <button
          type="button"
          class="quiet"
          onClick={() => void undo()}
          aria-label={`Undo: ${decided.by} ${describeDecision(decided)}`}
        >
          Undo
        </button>
      )}
    </div>
  );
}
