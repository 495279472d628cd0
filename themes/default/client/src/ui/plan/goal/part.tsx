/** A part of the goal's page that can wait: one button until it is opened or holds something. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Row } from '../../parts';

export function Part({
  note,
  label,
  filled,
  children,
}: {
  /** The word in the margin. */
  readonly note: string;
  /** What the button says. */
  readonly label: string;
  readonly filled: boolean;
  readonly children: ComponentChildren;
}) {
  const [opened, setOpened] = useState(filled);
  const place = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  // what was filled once stays open while the page does, or a cleared field would take itself away
  if (filled && !opened) setOpened(true);
  useEffect(() => {
    if (asked.current) place.current?.querySelector<HTMLElement>('textarea, input, select, button')?.focus();
    asked.current = false;
  }, [opened]);
  const open = (): void => {
    asked.current = true;
    setOpened(true);
  };
  if (!opened) {
    return (
      <div class="on-screen waiting">
        <Row note={note}>
          <button type="button" class="plain-button" onClick={open}>
            {label}
          </button>
        </Row>
      </div>
    );
  }
  return (
    <div ref={place} class={filled ? undefined : 'on-screen'}>
      <Row note={note}>{children}</Row>
    </div>
  );
}

/** The heading of a part that is a list. */
export function Head({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="asked">
      <h2 class="label">{children}</h2>
    </div>
  );
}
