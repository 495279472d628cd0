/** One thing after another on the same page: each new one takes the keyboard, since the last is gone. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { theBook } from '../book';
import { Button } from '../parts';
import { t } from '../../core/words';

/** Words that have just come. */
export function Arrived({ children, kind = 'measure' }: { readonly children: ComponentChildren; readonly kind?: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <p class={kind} tabIndex={-1} ref={place}>
      {children}
    </p>
  );
}

/** What is pressed is gone: the keyboard goes to the head of the page. */
export function toHeading(): void {
  document.querySelector<HTMLElement>('.records [data-heading]')?.focus();
}

/** What a large step does, said beside the buttons that do it and that do not. */
export function SecondStep({
  words,
  yes,
  onYes,
  onNo,
}: {
  readonly words: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const cancel = (): void => {
    onNo();
    toHeading();
  };
  return (
    <div class="second-step">
      <Arrived>{words}</Arrived>
      <div class="buttons">
        <Button disabled={!theBook().writes.value} onClick={onYes}>
          {yes}
        </Button>
        <Button onClick={cancel}>{t('Cancel')}</Button>
      </div>
    </div>
  );
}
