/**
 * Who an actor is, as people decide it: another name, somebody else in some articles, one with
 * another actor. Each decision stands with its undo.
 * @module
 */
import type { ActorCandidate, Decided, DecisionInput, LedgerActor } from '@onrecord/api/client';
import { useState } from 'preact/hooks';
import { Words } from '../../component/article-text.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { tell } from '../../component/toast.tsx';
import { client } from '../../connection/client.ts';
import { sendDecision, undoDecisions } from '../../connection/decide.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { pathOf } from '../../route.ts';
import { describeDate } from '../../words/date.ts';
import { describeDecision } from '../../words/describe-decision.ts';
import type { LedgerEntry } from '../../words/ledger-entry.ts';
import { MergeDialog, type Other } from './merge-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';

interface IdentityProps {
  actor: LedgerActor;
  /** What was said by, of or towards the actor; its articles are those that a split can name. */
  entries: readonly LedgerEntry[];
  /** Called after a decision or its undoing. */
  onChange: () => void;
}

function Candidate({ candidate, onMerge }: { candidate: ActorCandidate; onMerge: () => void }) {
  const { actor, reasons, likeness } = candidate;
  return (
    <li class="candidate">
      <span>
        <a href={pathOf('actors', actor.id)}>
          <Words text={actor.name} />
        </a>{' '}
        <span class="hint">
          {actor.kind}, {describeCount(actor.articleCount, 'article')} · {reasons.join(', ')} ·{' '}
          {Math.round(likeness * 100)} %
        </span>
      </span>
      <button type="button" onClick={onMerge} aria-label={`Merge ${actor.name} into this actor`}>
        Merge
      </button>
    </li>
  );
}

/** What people decided about an actor, newest first, each with its undo. */
function Decisions({
  decisions,
  onUndo,
}: {
  decisions: readonly Decided[];
  onUndo: (decided: Decided) => void;
}) {
  if (decisions.length === 0) return null;
  return (
    <ul class="plain-list identity-decisions" aria-label="Decisions about this actor">
      {decisions.map((decided) => (
        <li key={decided.id} class="candidate">
          <span>
            <Words text={`${decided.by} ${describeDecision(decided)}`} />{' '}
            <span class="hint">{describeDate(decided.at)}</span>
          </span>
          <button
            type="button"
            class="quiet"
            onClick={() => onUndo(decided)}
            aria-label={`Undo: ${describeDecision(decided)}`}
          >
            Undo
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Deciding about one actor: what was decided, what may be one with it, and how to decide more. */
function useIdentity({ actor, onChange }: IdentityProps) {
  const { id } = actor;
  const candidates = useAnswer(`candidates ${id}`, (signal) =>
    client.listMergeCandidates({ path: { id }, signal }),
  );
  const decisions = useAnswer(`identity ${id}`, (signal) =>
    client.listDecisions({ query: { target: id, limit: 100 }, signal }),
  );
  const changed = () => {
    candidates.again();
    decisions.again();
    onChange();
  };
  const undo = async (decided: Decided) => {
    if (!(await undoDecisions([decided.id]))) return;
    changed();
    tell('Taken back');
  };
  const decide = async (decision: DecisionInput, done: string) => {
    const decided = await sendDecision(decision);
    if (!decided) return;
    changed();
    tell(done, () => void undo(decided));
  };
  return {
    candidates: candidates.value?.items ?? [],
    standing: decisions.value?.items.filter(({ undoneBy }) => undoneBy === undefined) ?? [],
    undo,
    decide,
  };
}

/** Draw what people can decide and have decided about who an actor is. */
export function Identity(props: IdentityProps) {
  const { actor, entries } = props;
  const { candidates, standing, undo, decide } = useIdentity(props);
  const [open, setOpen] = useState<'rename' | 'split' | 'merge' | null>(null);
  const close = () => setOpen(null);
  const { id: actorId } = actor;
  const merge = (other: Other) => {
    close();
    void decide(
      { kind: 'merge-actors', actorId, otherIds: [other.id] },
      `${other.name} is merged into ${actor.name}`,
    );
  };
  return (
    <div class="identity">
      <div class="row">
        <button type="button" onClick={() => setOpen('rename')}>
          Rename …
        </button>
        <button type="button" disabled={entries.length === 0} onClick={() => setOpen('split')}>
          Split off …
        </button>
        <button type="button" onClick={() => setOpen('merge')}>
          Merge with …
        </button>
      </div>
      <Decisions decisions={standing} onUndo={(decided) => void undo(decided)} />
      {0 < candidates.length && (
        <details class="versions">
          <summary>{describeCount(candidates.length, 'actor')} that may be the same</summary>
          <ul class="plain-list">
            {candidates.map((candidate) => (
              <Candidate
                key={candidate.actor.id}
                candidate={candidate}
                onMerge={() => merge(candidate.actor)}
              />
            ))}
          </ul>
        </details>
      )}
      {open === 'rename' && (
        <RenameDialog
          name={actor.name}
          onClose={close}
          onRename={(name) => {
            close();
            void decide({ kind: 'rename-actor', actorId, name }, `The actor is now ${name}`);
          }}
        />
      )}
      {open === 'merge' && <MergeDialog actor={actor} onMerge={merge} onClose={close} />}
      {open === 'split' && (
        <SplitDialog
          name={actor.name}
          entries={entries}
          onClose={close}
          onSplit={(name, articleIds) => {
            close();
            const where = describeCount(articleIds.length, 'article');
            void decide(
              { kind: 'split-actor', actorId, articleIds, name },
              `${name} is an actor of ${where}`,
            );
          }}
        />
      )}
    </div>
  );
}
