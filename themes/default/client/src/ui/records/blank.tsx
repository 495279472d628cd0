/** A form with nothing in it, and room for a pen: lines, boxes to tick, figures to ring. */

import type { Field } from '../../model/sheet';

/** There are several of these, and each takes a line or a few: steps, strengths. */
const OFTEN = 3;
const SHORT = 4;

export function BlankForm({ title, fields }: { readonly title: string; readonly fields: readonly Field[] }) {
  const isShort = fields.length <= SHORT && fields.every((field) => field.kind !== 'text');
  const times = isShort ? OFTEN : 1;
  return (
    <>
      {Array.from({ length: times }, (_, n) => (
        <section key={n} class="told-record blank-form">
          <h3>{title}</h3>
          {fields.map((field) => (
            <div key={field.id} class="blank-field">
              <p class="blank-label">{field.label}</p>
              {field.help === '' ? null : <p class="soft small">{field.help}</p>}
              <Room field={field} />
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function Room({ field }: { readonly field: Field }) {
  const { kind, options, items, columns, low, high } = field;
  if (kind === 'scale') return <Figures low={low} high={high} />;
  if (options.length > 0) return <Boxes labels={options.map((one) => one.label)} />;
  if (items.length > 0) {
    return (
      <>
        {items.map((one) => (
          <div key={one.id}>
            <p>{one.label}</p>
            <Lines n={1} />
          </div>
        ))}
      </>
    );
  }
  if (columns.length > 1) return <Rows heads={columns.map((one) => one.label)} n={field.lines} />;
  return <Lines n={kind === 'text' ? Math.max(field.lines, 2) : field.lines} />;
}

function Lines({ n }: { readonly n: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: Math.max(n, 1) }, (_, index) => (
        <span key={index} class="pen-line" />
      ))}
    </div>
  );
}

function Boxes({ labels }: { readonly labels: readonly string[] }) {
  return (
    <ul class="ticks">
      {labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  );
}

function Figures({ low, high }: { readonly low: number; readonly high: number }) {
  return (
    <ol class="ring-figures">
      {Array.from({ length: high - low + 1 }, (_, index) => (
        <li key={index}>{low + index}</li>
      ))}
    </ol>
  );
}

function Rows({ heads, n }: { readonly heads: readonly string[]; readonly n: number }) {
  return (
    <table class="plain blank-rows">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: Math.max(n, 2) }, (_, line) => (
          <tr key={line}>
            {heads.map((head) => (
              <td key={head} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
