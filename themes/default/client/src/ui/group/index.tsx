/** The room Group: what we promised, who we are, when we meet, who works with whom. */

import { t } from '../../core/words';
import { href } from '../route';
import { Agreement } from './agreement';
import { Dates } from './dates';
import { Match } from './match';
import { Members } from './members';
import { Nudges } from './nudges';
import { Overview } from './overview';
import { Pairs } from './pairs';
import { Ready } from './ready';

const PAGES = {
  '': t('All of it'),
  agreement: t('Working agreement'),
  members: t('Members'),
  schedule: t('Dates and who leads'),
  pairs: t('Pairs and trios'),
  match: t('Needs and offers'),
  nudges: t('Nudges'),
  ready: t('Who has what'),
} as const;

export function Group({ path: [page = '', id = ''] }: { readonly path: readonly string[] }) {
  return (
    <div class="split group">
      <div class="ruled">
        <Page page={page} id={id} />
      </div>
      <aside class="aside on-screen">
        <nav aria-labelledby="our-group">
          <h2 id="our-group">{t('Our group')}</h2>
          <ul class="list">
            {Object.entries(PAGES).map(([name, words]) => (
              <li key={name}>
                <a href={name === '' ? href('group') : href('group', name)} aria-current={name === page ? 'page' : undefined}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </aside>
    </div>
  );
}

function Page({ page, id }: { readonly page: string; readonly id: string }) {
  switch (page) {
    case 'agreement':
      return <Agreement />;
    case 'members':
      return <Members />;
    case 'schedule':
      return <Dates id={id} key={id} />;
    case 'pairs':
      return <Pairs />;
    case 'match':
      return <Match id={id} key={id} />;
    case 'nudges':
      return <Nudges />;
    case 'ready':
      return <Ready />;
    default:
      return <Overview />;
  }
}
