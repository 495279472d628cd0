/** Small parts that all rooms are made of. */

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Children = { readonly children: ComponentChildren };

/** A row of the page: what hangs in the margin, and the words beside it. */
export function Row({
  at,
  note,
  children,
}: Children & { readonly at?: ComponentChildren; readonly note?: ComponentChildren }) {
  return (
    <div class="row loose">
      <p class="at">
        {at ? <b class="figure">{at}</b> : null} {note}
      </p>
      <div class="words">{children}</div>
    </div>
  );
}

/** A page of the workbook: the margin's line beside its rows, and what stands to the right of them. */
export function Page({ aside, children }: Children & { readonly aside?: ComponentChildren }) {
  return (
    <div class={aside ? 'paged split' : 'paged'}>
      <div class="ruled">{children}</div>
      {aside ? <aside class="aside">{aside}</aside> : null}
    </div>
  );
}

/** The heading of a page of the workbook: the keyboard comes to it when the page is opened. */
export function Heading({ children, hushed }: Children & { readonly hushed?: boolean }) {
  return (
    <h1 class={hushed ? 'hush' : 'heading'} tabIndex={-1} data-heading>
      {children}
    </h1>
  );
}

/** Something to look at, where the matter is: a marker rule, words, and what can be done. */
export function Notice({ children }: Children) {
  return <div class="marker">{children}</div>;
}

/** A small button among words; `main` is the one filled button of a page. */
export function Button({
  children,
  onClick,
  main,
  small,
  id,
  label,
  disabled,
}: Children & {
  readonly onClick: () => void;
  readonly main?: boolean;
  readonly small?: boolean;
  readonly id?: string;
  /** What it does in whole words, where what is shown is short. */
  readonly label?: string;
  readonly disabled?: boolean;
}) {
  const classes = `button${main ? ' main' : ''}${small ? ' small-button' : ''}`;
  return (
    <button type="button" class={classes} id={id} aria-label={label} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}

/**
 * Bring the keyboard to what a change is about to draw, before the next key is pressed: give its id to
 * the function that is returned.
 */
export function useFocusOn(): (id: string) => void {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const there = document.getElementById(wanted.current);
    wanted.current = null;
    there?.focus();
  });
  return (id) => {
    wanted.current = id;
  };
}
