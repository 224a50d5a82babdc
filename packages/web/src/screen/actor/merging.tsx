/**
 * Actors that may be one: candidates with their reasons, merging, and taking a merge back.
 * @module
 */
import type { ActorCandidate, Decided, LedgerActor } from '@onrecord/api/client';
import { Words } from '../../component/article-text.tsx';
import { describeCount } from '../../component/record-head.tsx';
import { tell } from '../../component/toast.tsx';
import { client } from '../../connection/client.ts';
import { sendDecision, undoDecision } from '../../connection/decide.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { pathOf } from '../../route.ts';
import { describeDate } from '../../words/date.ts';

interface MergingProps {
  actor: LedgerActor;
  /** Called after a merge or its undoing. */
  onChange: () => void;
}

function isStandingMerge({ decision, undoneBy }: Decided): boolean {
  return decision.kind === 'merge-actors' && undoneBy === undefined;
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

/** Draw the merges of an actor and the candidates for further ones. */
export function Merging({ actor, onChange }: MergingProps) {
  const { id } = actor;
  const candidates = useAnswer(`candidates ${id}`, (signal) =>
    client.listMergeCandidates({ path: { id }, signal }),
  );
  const decisions = useAnswer(`merges ${id}`, (signal) =>
    client.listDecisions({ query: { target: id, limit: 100 }, signal }),
  );
  const changed = () => {
    candidates.again();
    decisions.again();
    onChange();
  };
  const undo = async (decisionId: string) => {
    if (await undoDecision(decisionId)) changed();
  };
  const merge = async ({ actor: other }: ActorCandidate) => {
    const decided = await sendDecision({ kind: 'merge-actors', actorId: id, otherIds: [other.id] });
    if (!decided) return;
    changed();
    tell(`${other.name} is merged into ${actor.name}`, () => void undo(decided.id));
  };
  const merges = decisions.value?.items.filter(isStandingMerge) ?? [];
  const found = candidates.value?.items ?? [];
  if (merges.length === 0 && found.length === 0) return null;
  return (
    <details class="versions" open={0 < merges.length}>
      <summary>
        {describeCount(found.length, 'actor')} that may be the same,{' '}
        {describeCount(merges.length, 'merge')}
      </summary>
      <ul class="plain-list">
        {found.map((candidate) => (
          <Candidate
            key={candidate.actor.id}
            candidate={candidate}
            onMerge={() => void merge(candidate)}
          />
        ))}
        {merges.map(({ id: decisionId, by, at }) => (
          <li key={decisionId} class="candidate">
            <span>
              merged by <Words text={by} /> <span class="hint">{describeDate(at)}</span>
            </span>
            <button type="button" onClick={() => void undo(decisionId)}>
              Undo the merge
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
