/**
 * Draw an answer of the ledger in whichever state it is.
 * @module
 */
import type { ComponentChildren } from 'preact';
import type { Trouble } from '../connection/problem.ts';
import type { Answer } from '../connection/use-answer.ts';
import { LoadingPanel, StatePanel } from './state-panel.tsx';

interface TroublePanelProps {
  trouble: Trouble;
  again?: () => void;
  level?: 1 | 2;
}

const TITLES: Readonly<Record<string, string>> = {
  offline: 'You are offline',
  'server-unreachable': 'The ledger does not answer',
};

/** Say what went wrong, with its remedy. */
export function TroublePanel({ trouble, again, level = 2 }: TroublePanelProps) {
  const title = TITLES[trouble.code] ?? 'That did not work';
  return (
    <StatePanel title={title} urgency="alert" level={level}>
      <p>{trouble.message}</p>
      <p>{trouble.remedy}</p>
      <p class="hint">
        <code>{trouble.code}</code>
      </p>
      {again && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </StatePanel>
  );
}

interface AnswerViewProps<T> {
  answer: Answer<T>;
  /** What is loading: "the board". */
  what: string;
  /** Drawn while it is loading, in place of a line of words. */
  waiting?: ComponentChildren;
  children: (value: T) => ComponentChildren;
}

/** Draw the value of an answer, or its loading, or its trouble. */
export function AnswerView<T>({ answer, what, waiting, children }: AnswerViewProps<T>) {
  if (answer.trouble)
    return <TroublePanel trouble={answer.trouble} again={answer.again} level={1} />;
  if (answer.value === null) return <>{waiting ?? <LoadingPanel what={`Loading ${what}`} />}</>;
  return (
    <div class="answer" aria-busy={answer.isLoading}>
      {children(answer.value)}
    </div>
  );
}
