/**
 * An utterance's reports side by side: outlets as rows, fields as columns, cells that differ marked,
 * and the origins as a chain: which outlets stand on one report.
 * @module
 */
import {
  describeReports,
  type Utterance,
  type UtteranceField,
  type UtteranceReport,
} from '@onrecord/record';
import { Words } from '../../component/article-text.tsx';
import { EvidenceQuote } from '../../component/evidence-quote.tsx';
import { describeDate } from '../../words/date.ts';

const FIELDS: readonly UtteranceField[] = ['number', 'verb', 'condition', 'hedge', 'exception'];

/**
 * Whether a report has another value in a field than most origins, or than others where no value is
 * that of most. One article may report an utterance twice, and not alike.
 */
function isOdd(utterance: Utterance, field: UtteranceField, report: UtteranceReport): boolean {
  const difference = utterance.differences.find((item) => item.field === field);
  if (!difference) return false;
  const most = Math.max(...difference.values.map(({ originCount }) => originCount));
  const own = (report.fields[field] ?? []).join('; ');
  const mine = difference.values.find(({ value }) => value.join('; ') === own);
  const tied = difference.values.filter(({ originCount }) => originCount === most).length;
  return !mine || mine.originCount < most || 1 < tied;
}

/** Numbers come as the ledger compares them: "3000" is shown as "3,000". */
const groupDigits = (value: string) =>
  /^\d{4,}$/.test(value) ? value.replace(/\B(?=(\d{3})+$)/g, ',') : value;

function Cell({
  utterance,
  field,
  report,
}: {
  utterance: Utterance;
  field: UtteranceField;
  report: UtteranceReport;
}) {
  const odd = isOdd(utterance, field, report);
  const values = report.fields[field] ?? [];
  return (
    <td data-differs={odd ? '' : undefined} data-label={field}>
      {values.length === 0 ? (
        <span class="hint">not mentioned</span>
      ) : (
        <Words text={values.map(groupDigits).join('; ')} />
      )}
      {odd && <span class="differs">differs</span>}
    </td>
  );
}

/** Describe how often an utterance is told: every report is a row of its table. */
export const describeTold = ({ reports, reportCount, originCount }: Utterance): string =>
  describeReports({ placeCount: reports.length, articleCount: reportCount, originCount });

/** Draw the reports of an utterance as a table. */
export function UtteranceTable({ utterance }: { utterance: Utterance }) {
  const fields = FIELDS.filter((field) => utterance.reports.some((r) => r.fields[field]?.length));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls with the keyboard
    <section class="table-scroll" aria-label="Reports" tabIndex={0}>
      <table class="plain-table reports-table">
        <thead>
          <tr>
            <th scope="col">Outlet</th>
            <th scope="col">Words</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {field}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {utterance.reports.map((report) => (
            <tr key={`${report.evidence.articleId} ${report.evidence.statementId}`}>
              <th scope="row">
                <Words text={report.evidence.publisher ?? report.evidence.title ?? 'an outlet'} />
                <span class="badge">{report.kind}</span>
              </th>
              <td class="words-cell">
                <EvidenceQuote evidence={report.evidence} limit={240} />
              </td>
              {fields.map((field) => (
                <Cell key={field} utterance={utterance} field={field} report={report} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Draw which reports go back to which origin, the earliest first. */
export function OriginChain({ utterance }: { utterance: Utterance }) {
  const origins = new Map<string, UtteranceReport['evidence'][]>();
  for (const { evidence } of utterance.reports) {
    const articles = origins.get(evidence.originId) ?? [];
    // An article that reports it in two places is one article.
    if (articles.some(({ articleId }) => articleId === evidence.articleId)) continue;
    origins.set(evidence.originId, [...articles, evidence]);
  }
  return (
    <section class="origin-chain" aria-labelledby="origins-title">
      <h2 id="origins-title">{describeTold(utterance)}</h2>
      <p>
        <span class="chain-node">
          <Words text={utterance.speaker.name} />
        </span>
      </p>
      <ul class="plain-list chain-branches">
        {[...origins].map(([origin, articles]) => (
          <li key={origin}>
            {articles
              .sort((a, b) => (a.publishedOn ?? '').localeCompare(b.publishedOn ?? ''))
              .map((article, at) => (
                <span key={`${article.articleId} ${article.statementId}`} class="chain-step">
                  <span class="chain-link">{at === 0 ? 'reported by' : 'reprinted by'}</span>
                  <span class="chain-node">
                    <Words text={article.publisher ?? article.title ?? 'an outlet'} />
                    {article.publishedOn && (
                      <span class="hint"> {describeDate(article.publishedOn)}</span>
                    )}
                  </span>
                </span>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
