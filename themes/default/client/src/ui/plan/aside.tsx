/** Beside the plan: its pages, what goes to others, and the questions that are open. */

import type { ComponentChildren } from 'preact';
import { site } from '../../core/site';
import { t } from '../../core/words';
import { isOpen, newestFirst } from '../../model/journal';
import { says, text } from '../../model/record';
import { theBook } from '../book';
import { href } from '../route';
import { forMeeting } from './meeting';
import { goalsOf, nameOf, numberOf } from './names';

const SHOWN = 3;

export function Aside({ path: [page = '', named = ''] }: { readonly path: readonly string[] }) {
  // a goal that was begun on this page has its name in the address by now
  const id = named === 'new' ? (location.hash.split('/')[3] ?? named) : named;
  return (
    <aside class="aside on-screen">
      <nav aria-labelledby="my-plan">
        <h2 id="my-plan">{t('My plan')}</h2>
        <ul class="list">
          <Here to={[]} here={page === ''}>
            {t('All of it')}
          </Here>
          <Here to={['vision']} here={page === 'vision'}>
            {t('Where I am heading')}
          </Here>
          <Here to={['needs']} here={page === 'needs'}>
            {t('Needs')}
          </Here>
          <Here to={['gaps']} here={page === 'gaps'}>
            {t('Gap review')}
          </Here>
          <Here to={['strengths']} here={page === 'strengths'}>
            {t('Strengths')}
          </Here>
          {goalsOf().active.map((goal) => (
            <Here key={goal.id} to={['goal', goal.id]} here={id === goal.id}>
              {numberOf(goal)}, {nameOf(goal, 30)}
            </Here>
          ))}
          <Here to={['goal', 'new']} here={page === 'goal' && id === 'new'}>
            {t('Add a goal')}
          </Here>
        </ul>
      </nav>
      <Others goal={page === 'goal' ? id : ''} />
      <Questions />
    </aside>
  );
}

function Here({
  to,
  here,
  children,
}: {
  readonly to: readonly string[];
  readonly here: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <li>
      <a href={href('plan', ...to)} aria-current={here ? 'page' : undefined}>
        {children}
      </a>
    </li>
  );
}

/** What goes to the partner and to the next meeting. */
function Others({ goal }: { readonly goal: string }) {
  const rec = theBook().get(goal);
  const partner = rec ? text(rec.body, 'partner').trim() : '';
  return (
    <section>
      <h2>{forMeeting()}</h2>
      <p>{t('Private lines are left out of the copy you share.')}</p>
      <ul class="list">
        <li>
          <a href={rec ? href('records', 'share', rec.id) : href('records', 'share')}>
            {says(partner) ? t('Print to share with {name}', { name: partner }) : t('Print to share')}
          </a>
        </li>
        <li>
          <a href={href('journal', 'next')}>{t('What I bring')}</a>
        </li>
      </ul>
    </section>
  );
}

function Questions() {
  const open = newestFirst(theBook().all('question').filter(isOpen));
  return (
    <section>
      <h2>{t('My question log')}</h2>
      {open.slice(0, SHOWN).map((rec) => (
        <p class="voice" key={rec.id}>
          {text(rec.body, 'words')}
        </p>
      ))}
      <ul class="list">
        {open.length > SHOWN ? (
          <li>
            <a href={href('journal', 'questions')}>{t('All {n} open questions', { n: open.length })}</a>
          </li>
        ) : null}
        <li>
          <a href={href('journal', 'ask')}>{t('Add a question')}</a>
        </li>
        {site.pages['question'] ? (
          <li>
            <a href={site.pages['question'].url}>{site.pages['question'].title}</a>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
