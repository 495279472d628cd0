/** What the answers come to, each with its rule in words. */

import { plural, t } from '../../core/words';
import { written } from '../../model/decimal';
import type { Place } from '../../model/figures';
import type { Body } from '../../model/record';
import { type Result, results } from '../../model/score';
import type { Sheet } from '../../model/sheet';
import { Row } from '../parts';

export function Scores({ sheet, body }: { readonly sheet: Sheet; readonly body: Body }) {
  const found = results(sheet, body);
  if (found.length === 0) return null;
  return (
    <section class="scores">
      <Row>
        <h2>{t('What it comes to')}</h2>
        {found.map((result) => (
          <div class="score" key={result.score.id}>
            <h3>{result.score.label}</h3>
            <Came result={result} />
            <p class="help">{result.score.words}</p>
          </div>
        ))}
      </Row>
    </section>
  );
}

function Came({ result }: { readonly result: Result }) {
  const { score, answered } = result;
  if (answered === 0) return <p>{t('Nothing to reckon with yet.')}</p>;
  if (score.kind === 'top') return <Top lines={result.lines} />;
  if (score.kind === 'weighted-gap') return <Lines lines={result.lines} blank={t('left out: a figure is missing')} />;
  if (result.figure === null) {
    const counts = { answered, asked: result.asked };
    return (
      <>
        <p>{t('{answered} of {asked} answered: too few to average. Your answers are below.', counts)}</p>
        <Lines lines={result.lines} blank={t('not answered')} />
      </>
    );
  }
  return (
    <p>
      <b>{written(result.figure, score.kind === 'mean' ? 1 : undefined)}</b>
      {score.kind === 'difference' ? null : `. ${countedWords(result)}`}
    </p>
  );
}

function countedWords({ answered, asked, score }: Result): string {
  const counts = { answered, asked };
  if (answered === asked) return plural('The one answer is counted.', 'All {n} are answered.', asked);
  if (score.kind === 'mean') return t('{answered} of {asked} answered; the others are left out.', counts);
  return t('{answered} of {asked} answered; the others count for nothing.', counts);
}

/** The largest, those with equal figures together. */
function Top({ lines }: { readonly lines: readonly Place[] }) {
  const figures = [...new Set(lines.map(({ value }) => value))];
  return (
    <ol class="top">
      {figures.map((figure) => {
        const labels = lines.filter(({ value }) => value === figure).map(({ label }) => label);
        const values = { labels: joined(labels), figure: written(figure ?? 0) };
        return <li key={figure}>{labels.length > 1 ? t('{labels}, {figure} each', values) : t('{labels}, {figure}', values)}</li>;
      })}
    </ol>
  );
}

/** `a, b and c` */
function joined(labels: readonly string[]): string {
  const [last = '', ...rest] = [...labels].reverse();
  return rest.length === 0 ? last : t('{these} and {last}', { these: rest.reverse().join(', '), last });
}

function Lines({ lines, blank }: { readonly lines: readonly Place[]; readonly blank: string }) {
  return (
    <table class="plain">
      <tbody>
        {lines.map(({ label, value }, index) => (
          <tr key={index}>
            <th scope="row">{label}</th>
            <td>{value === null ? <span class="soft">{blank}</span> : written(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
