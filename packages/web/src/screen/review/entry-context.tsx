/**
 * An entry in the paragraphs where it stands, with its words lit: what a reviewer judges by.
 * @module
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Words } from '../../component/article-text.tsx';
import { spreadLabels } from '../../component/join-words.ts';
import { client } from '../../connection/client.ts';
import { useAnswer } from '../../connection/use-answer.ts';
import { FIELD_LABELS, listCommitmentFields, listStatementFields } from '../../words/field.ts';
import type { LedgerEntry } from '../../words/ledger-entry.ts';
import { findSegments } from '../../words/segment.ts';
import { findContext } from './find-context.ts';

/** Draw the paragraphs around an entry. */
export function EntryContext({ entry }: { entry: LedgerEntry }) {
  const { id } = entry.article;
  const record = useAnswer(`record ${id}`, (signal) =>
    client.getRecord({ path: { id }, query: { as: 'decided' }, signal }),
  );
  const text = record.value?.article.text;
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (section.current) spreadLabels(section.current);
  });
  if (!record.value || text === undefined || record.value.article.id !== id) return null;
  const context = findContext(record.value, entry);
  const fields =
    entry.kind === 'commitment'
      ? listCommitmentFields(entry.commitment)
      : listStatementFields(entry.statement);
  const segments = findSegments(text.length, [{ fields }], context).filter(
    ({ span }) => context[0] <= span[0] && span[1] <= context[1],
  );
  const labelled = new Set<string>();
  return (
    <section ref={section} class="entry-context" aria-label="Where it stands" dir="auto">
      {segments.map(({ span, marks: [mark] }) => {
        const words = <Words text={text.slice(span[0], span[1])} />;
        if (!mark) return <span key={span[0]}>{words}</span>;
        const isFirst = !labelled.has(mark.field);
        labelled.add(mark.field);
        return (
          <span
            key={span[0]}
            class="mark"
            data-field={mark.field}
            data-lit=""
            data-label={isFirst ? FIELD_LABELS[mark.field] : undefined}
          >
            {words}
          </span>
        );
      })}
    </section>
  );
}
