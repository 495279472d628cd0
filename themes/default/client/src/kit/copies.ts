/** How many copies of each document, and how many sheets of paper. */

/** For whom a document is copied. */
export type Per = 'guide' | 'handout' | 'large' | 'self' | 'pair' | 'group' | 'cards';

/**
 * Copies for so many people, some of whom read large print. A sheet for pairs is one that two people
 * show each other, and each has their own. Of a small sheet several stand on one copy, to be cut apart.
 */
export function copies(per: Per, people: number, large: number, onOne = 1): number {
  switch (per) {
    case 'handout':
      return people - large;
    case 'large':
      return large;
    case 'self':
    case 'pair':
      return Math.ceil(people / onOne);
    default:
      return 1;
  }
}

/** Sheets of one copy, printed on both sides; but not cards, which are cut up. */
export function sheets(per: Per, pages: number): number {
  return per === 'cards' ? pages : Math.ceil(pages / 2);
}
