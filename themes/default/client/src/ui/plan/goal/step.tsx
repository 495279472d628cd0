/** One step: words, how it is going, by when, and what came of it. */

import { sayDay, today } from '../../../core/dates';
import { t } from '../../../core/words';
import { fieldOf, STEP } from '../../../model/forms';
import { datePassed } from '../../../model/plan';
import { type Rec, says, text } from '../../../model/record';
import type { Field } from '../../../model/sheet';
import { Button, Notice, useFocusOn } from '../../parts';
import { Bound, type Slot } from '../slot';
import { Delete, onEnter } from '../small';
import { Status } from './status';

const field = (id: string): Field => fieldOf(STEP, id);

interface Props {
  readonly slot: Slot;
  /** Counted from 0. */
  readonly place: number;
  readonly all: number;
  readonly next: () => void;
  readonly move: (by: number) => void;
  /** The button that adds a step. */
  readonly add: string;
}

export function Step({ slot, place, all, next, move, add }: Props) {
  const { rec, key } = slot;
  return (
    <div class="step" role="group" aria-label={t('Step {n}', { n: place + 1 })}>
      <div class="step-words" onKeyDown={onEnter(next)}>
        <Bound slot={slot} field={{ ...field('words'), label: t('Step {n}', { n: place + 1 }) }} hushed />
      </div>
      {rec ? (
        <>
          <Status slot={slot} rec={rec} />
          <div class="step-facts">
            <Bound slot={slot} field={{ ...field('by'), label: t('By') }} />
            <p class="moves on-screen">
              <Move id={`${key}-up`} words={t('up')} label={t('Move step {n} up', { n: place + 1 })} ends={place === 0} onMove={() => move(-1)} />
              <Move id={`${key}-down`} words={t('down')} label={t('Move step {n} down', { n: place + 1 })} ends={place === all - 1} onMove={() => move(1)} />
              <Delete rec={rec} what={text(rec.body, 'words')} words={t('step deleted')} then={add} />
            </p>
          </div>
          <Note slot={slot} rec={rec} />
          <Passed slot={slot} rec={rec} />
        </>
      ) : null}
    </div>
  );
}

function Move({
  id,
  words,
  label,
  ends,
  onMove,
}: {
  readonly id: string;
  readonly words: string;
  readonly label: string;
  /** It stands at that end already. */
  readonly ends: boolean;
  readonly onMove: () => void;
}) {
  return (
    <button type="button" class="plain-button" id={id} aria-label={label} aria-disabled={ends} onClick={() => !ends && onMove()}>
      {words}
    </button>
  );
}

/** What is asked of a step by how it is going: that it did not work is worth as much as that it did. */
function Note({ slot, rec }: { readonly slot: Slot; readonly rec: Rec }) {
  const status = text(rec.body, 'status');
  const asked: Readonly<Record<string, string>> = {
    started: t('What came of it so far?'),
    'part-done': t('What came of it so far?'),
    done: t('What helped?'),
    changed: t('What changed, and why?'),
    learned: t('What I learned'),
    'let-go': t('Why I let it go. You may leave this blank.'),
  };
  const label = asked[status] ?? field('note').label;
  if (asked[status] === undefined && !says(rec.body['note'])) return null;
  return (
    <div class="step-note">
      <Bound slot={slot} field={{ ...field('note'), label }} />
    </div>
  );
}

/** A date in the past asks what to do about it, and takes any answer. */
function Passed({ slot: { key, put }, rec }: { readonly slot: Slot; readonly rec: Rec }) {
  const focusOn = useFocusOn();
  const by = text(rec.body, 'by');
  if (!datePassed(rec.body, today())) return null;
  const day = (): void => document.getElementById(`${key}-by`)?.focus();
  const keep = (): void => {
    day();
    put({ kept: by }, t('date kept'));
  };
  const letGo = (): void => {
    put({ status: 'let-go' }, t('step let go'));
    focusOn(`${key}-note`);
  };
  const step = text(rec.body, 'words');
  return (
    <Notice>
      <p>{t('The date has passed.')}</p>
      <Button small onClick={keep} label={t('Keep {day} for “{step}”', { day: sayDay(by), step })}>
        {t('Keep')}
      </Button>
      <Button small onClick={day} label={t('Move “{step}” to another date', { step })}>
        {t('Move')}
      </Button>
      <Button small onClick={letGo} label={t('Let go of “{step}”', { step })}>
        {t('Let go')}
      </Button>
    </Notice>
  );
}
