/** Questions that a goal asks back. Nothing in a goal is wrong: a question can be left, or settled. */

import { t } from '../core/words';
import { type Body, says, text, texts } from './record';

export interface Asked {
  /** Kept in `settled` when the person says that it is fine as it is. */
  readonly id: 'sign' | 'try' | 'several' | 'who' | 'by';
  readonly words: string;
}

/**
 * What is not clear yet, as questions; none for a goal without words. The words that are looked for are
 * those of the page's language: whoever translates gives their own, with commas between them.
 */
export function questionsBack(goal: Body): readonly Asked[] {
  const said = wordsOf(text(goal, 'different'));
  if (said.length === 0) return [];
  const settled = texts(goal, 'settled');
  const asked = [vague(said), trying(said), several(said), noticer(goal), date(goal)];
  return asked.flatMap((one) => (one && !settled.includes(one.id) ? [one] : []));
}

/** An activity that never ends, with no sign by which anyone could tell. */
function vague(said: readonly string[]): Asked | null {
  const found = firstOf(said, VAGUE());
  if (found === null || firstOf(said, SIGNS()) !== null || said.some((word) => /\d/.test(word))) return null;
  const words = t('‘{word}’ can mean many things. What would somebody see or hear?', { word: found });
  return { id: 'sign', words };
}

function trying(said: readonly string[]): Asked | null {
  const found = firstOf(said, TRYING());
  if (found === null) return null;
  return { id: 'try', words: t('‘{word}’ leaves it open. What will you do, and when?', { word: found }) };
}

/** An "and" between two longer parts may join two goals. */
function several(said: readonly string[]): Asked | null {
  const ands = listed(t('and, and also, as well as'));
  const at = said.findIndex((_, from) => ands.some((one) => startsWith(said, one, from)) && from > 3);
  if (at < 0 || said.length - at < 6) return null;
  return { id: 'several', words: t('Is this one goal, or two? Each could have a plan of its own.') };
}

function noticer(goal: Body): Asked | null {
  if (says(goal['who'])) return null;
  return { id: 'who', words: t('Who would notice first, and what would they notice?') };
}

function date(goal: Body): Asked | null {
  if (says(goal['by'])) return null;
  return { id: 'by', words: t('By when? A rough date will do. It can move.') };
}

const VAGUE = (): readonly string[][] =>
  listed(
    t(
      'improve, better, more, less, develop, increase, reduce, enhance, support, promote, encourage, strengthen, explore, understand, be aware, focus on',
    ),
  );

/** Words with which a picture that can be seen often begins. */
const SIGNS = (): readonly string[][] =>
  listed(t('when, within, until, without, before, after, each, every, instead, so that, no longer, first'));

const TRYING = (): readonly string[][] =>
  listed(t('try to, aim to, hope to, want to, would like to, work on, working on'));

const listed = (sentence: string): string[][] => sentence.split(',').map(wordsOf);

/** A text as its words, small: letters and figures of any writing, and what joins them. */
function wordsOf(sentence: string): string[] {
  return sentence
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}’'-]+/u)
    .filter((word) => word !== '');
}

/** The first of some phrases that is said. */
function firstOf(said: readonly string[], phrases: readonly string[][]): string | null {
  const found = phrases.find((phrase) => said.some((_, at) => startsWith(said, phrase, at)));
  return found?.join(' ') ?? null;
}

const startsWith = (said: readonly string[], phrase: readonly string[], at: number): boolean =>
  phrase.length > 0 && phrase.every((word, more) => said[at + more] === word);
