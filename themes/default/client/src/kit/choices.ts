/** What is chosen in the print kit: read from the address or the form, and written to both. */

import { clock, minutesOf } from '../page/clock';
import type { Choices } from '../page/hash';
import { FULL } from '../clock';

/** The two meetings of a pack held in two, as versions. No version of an author can be called so. */
export const FIRST = 'split.first';
export const SECOND = 'split.second';
/** How many minutes can be asked for. */
export const SHORTEST = 30;
export const LONGEST = 150;

/** What a page can be asked for; of each list the first is what is chosen without a choice. */
export interface Limits {
  readonly best: number;
  readonly least: number;
  readonly most: number;
  readonly versions: readonly string[];
  readonly where: readonly string[];
  readonly papers: readonly string[];
}

export interface Choice {
  readonly people: number;
  /** How many of them read large print. */
  readonly large: number;
  /** The start as HH:MM; empty where nobody has said. */
  readonly start: string;
  readonly version: string;
  /** The minutes there are; null for those of the version. */
  readonly minutes: number | null;
  readonly where: string;
  readonly paper: string;
  /** The letters of the guide, and those of the handout. */
  readonly guide: Letters;
  readonly handout: Letters;
}

export type Letters = 'usual' | 'large';

/** A choice from texts, whoever wrote them: what cannot be chosen is as near to it as can be. */
export function choose(given: Choices, limits: Limits): Choice {
  const people = between(given['people'], limits.least, limits.most) ?? limits.best;
  const version = oneOf(given['version'], limits.versions) ?? FULL;
  const at = minutesOf(given['start'] ?? '');
  return {
    people,
    large: between(given['large'], 0, people) ?? 0,
    start: at === null ? '' : clock(at),
    version,
    minutes: isHalf(version) ? null : lengthOf(given['minutes']),
    where: oneOf(given['where'], limits.where) ?? limits.where[0] ?? '',
    paper: oneOf(given['paper'], limits.papers) ?? limits.papers[0] ?? '',
    guide: letters(given['guide']),
    handout: letters(given['handout']),
  };
}

/** The minutes a text asks for, as near to them as can be; null where it asks for none. */
export function lengthOf(text: string | undefined): number | null {
  return between(text, SHORTEST, LONGEST);
}

/** What the fields show. */
export function fields(choice: Choice): Choices {
  const { people, large, minutes } = choice;
  return { ...choice, people: `${people}`, large: `${large}`, minutes: `${minutes ?? ''}` };
}

/** What the address says: what is as it would be without a choice is left empty. */
export function told(choice: Choice, limits: Limits): Choices {
  const usual = fields(choose({}, limits));
  const now = Object.entries(fields(choice));
  return Object.fromEntries(now.map(([name, value]) => [name, value === usual[name] ? '' : value]));
}

/** Whether a version is one of two meetings. */
export function isHalf(version: string): boolean {
  return version === FIRST || version === SECOND;
}

function letters(text: string | undefined): Letters {
  return text === 'large' ? 'large' : 'usual';
}

function oneOf(text: string | undefined, known: readonly string[]): string | undefined {
  return text !== undefined && known.includes(text) ? text : undefined;
}

function between(text: string | undefined, least: number, most: number): number | null {
  if (text === undefined || !/^\s*\d{1,4}\s*$/.test(text)) return null;
  return Math.min(most, Math.max(least, Number(text)));
}
