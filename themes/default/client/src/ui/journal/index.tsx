/** The room Journal: entries, learning cycles, questions, and what goes to the next meeting. */

import { Ask } from './ask';
import { Aside } from './aside';
import { Cycle } from './cycle';
import { Cycles } from './cycles';
import { Entries } from './entries';
import { EntryPage } from './entry';
import { Next } from './next';
import { Questions } from './questions';

export function Journal({ path }: { readonly path: readonly string[] }) {
  return (
    <div class="split journal">
      <div class="ruled">
        <Page path={path} />
      </div>
      <Aside page={path[0] ?? ''} />
    </div>
  );
}

function Page({ path: [page, id = ''] }: { readonly path: readonly string[] }) {
  switch (page) {
    case 'entry':
      return <EntryPage id={id} />;
    case 'cycles':
      return <Cycles />;
    case 'cycle':
      return <Cycle id={id} />;
    case 'questions':
      return <Questions />;
    case 'ask':
      return <Ask from={id} />;
    case 'next':
      return <Next />;
    default:
      return <Entries />;
  }
}
