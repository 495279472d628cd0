/** The room Plan: from where I am heading to one plan for each goal. */

import { Aside } from './aside';
import { Gaps } from './gaps';
import { GoalPage } from './goal';
import { Needs } from './needs';
import { Overview } from './overview';
import { Strengths } from './strengths';
import { Vision } from './vision';

export function Plan({ path }: { readonly path: readonly string[] }) {
  return (
    <div class="split plan">
      <div class="ruled">
        <Page path={path} />
      </div>
      <Aside path={path} />
    </div>
  );
}

function Page({ path: [page, id = ''] }: { readonly path: readonly string[] }) {
  switch (page) {
    case 'vision':
      return <Vision />;
    case 'needs':
      return <Needs />;
    case 'gaps':
      return <Gaps />;
    case 'strengths':
      return <Strengths />;
    case 'goal':
      return <GoalPage id={id} />;
    default:
      return <Overview />;
  }
}
