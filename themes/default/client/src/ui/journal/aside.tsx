/** Beside the journal: its pages, and what was carried on from the last time. */

import { t } from '../../core/words';
import { isCarried, newestFirst } from '../../model/journal';
import { text } from '../../model/record';
import { theBook } from '../book';
import { forMeeting } from '../plan/meeting';
import { href } from '../route';

const SHOWN = 3;

export function Aside({ page }: { readonly page: string }) {
  const pages = [
    ['', t('Entries')],
    ['cycles', t('Learning cycles')],
    ['questions', t('My question log')],
    ['next', forMeeting()],
  ] as const;
  const carried = newestFirst(theBook().all('next-time').filter(isCarried)).slice(0, SHOWN);
  return (
    <aside class="aside on-screen">
      <nav aria-labelledby="my-journal">
        <h2 id="my-journal">{t('My journal')}</h2>
        <ul class="list">
          {pages.map(([id, name]) => (
            <li key={id}>
              <a href={id === '' ? href('journal') : href('journal', id)} aria-current={page === id ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {carried.length > 0 ? (
        <section>
          <h2>{t('Next time I will')}</h2>
          {carried.map((rec) => (
            <p class="voice" key={rec.id}>
              {text(rec.body, 'words')}
            </p>
          ))}
        </section>
      ) : null}
    </aside>
  );
}
