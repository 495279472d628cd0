/** A record told in words, to be read: what goes to somebody else, what came from them, and what is printed. */

import { capital } from '../../io/share';
import type { Told } from '../../io/told';

export function TellAll({ all }: { readonly all: readonly Told[] }) {
  return (
    <>
      {all.map((told) => (
        <Tell key={told.id} told={told} />
      ))}
    </>
  );
}

export function Tell({ told }: { readonly told: Told }) {
  return (
    <section class="told-record">
      <h3>{capital(told.kind)}</h3>
      <Lines told={told} />
      {told.parts.map((part) => (
        <section key={part.id} class="told-part">
          <h4 class={saysItself(part) ? 'hush' : undefined}>{capital(part.kind)}</h4>
          <Lines told={part} />
        </section>
      ))}
    </section>
  );
}

/** A step begins with the question "Step": once is enough. */
const saysItself = ({ kind, answers }: Told): boolean => answers[0]?.label === capital(kind);

function Lines({ told }: { readonly told: Told }) {
  if (told.answers.length === 0) return null;
  return (
    <dl class="told-lines">
      {told.answers.map(({ id, label, words }) => (
        <div key={id}>
          <dt>{label}</dt>
          {words.map((one, index) => (
            <dd key={index} class="voice">
              {one}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
