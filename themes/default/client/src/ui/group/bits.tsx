/** Small controls of the room: one of a list, some of several people, a control with its label. */

import type { ComponentChildren } from 'preact';
import type { Someone } from './who';

/** What can be picked, by what is kept and what is shown. */
export type Offer = readonly [id: string, words: string];

export const offers = (people: readonly Someone[]): readonly Offer[] => people.map(({ id, name }) => [id, name]);

/** One of a list. */
export function Pick({
  id,
  label,
  value,
  from,
  onPick,
}: {
  readonly id?: string;
  /** Where nothing in sight labels it. */
  readonly label?: string;
  readonly value: string;
  readonly from: readonly Offer[];
  readonly onPick: (id: string) => void;
}) {
  return (
    <select id={id} class="voice" value={value} aria-label={label} onChange={(event) => onPick(event.currentTarget.value)}>
      {from.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** A time by the browser’s own field. */
export function TimeField({
  id,
  value,
  onTime,
}: {
  readonly id: string;
  readonly value: string;
  readonly onTime: (time: string) => void;
}) {
  return <input class="voice" type="time" id={id} value={value} onInput={(event) => onTime(event.currentTarget.value)} />;
}

/** A control below its label. */
export function Labelled({
  id,
  label,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="cell">
      <label for={id}>{label}</label>
      {children}
    </div>
  );
}

/** Some of several people, ticked. */
export function Ticks({
  legend,
  people,
  ticked,
  onTick,
}: {
  readonly legend: string;
  readonly people: readonly Someone[];
  readonly ticked: readonly string[];
  readonly onTick: (id: string, on: boolean) => void;
}) {
  return (
    <fieldset class="ticks-of">
      <legend class="label">{legend}</legend>
      <ul class="options">
        {people.map(({ id, name }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={ticked.includes(id)} onChange={(event) => onTick(id, event.currentTarget.checked)} />
              <span>{name}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** A list of ids with one more, or one less. */
export const turned = (ids: readonly string[], id: string, on: boolean): readonly string[] => {
  const others = ids.filter((one) => one !== id);
  return on ? [...others, id] : others;
};
