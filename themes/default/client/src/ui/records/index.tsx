/** The room Records. What saves, opens and clears a shared device is here at once; the rest of it comes with the second script. */

import { NAMES } from '../names';
import { Brought } from '../shell/brought';
import { Finish } from './leave';
import { Open } from './open';
import { Save } from './save';

const PAGES = { save: Save, open: Open, finish: Finish };

export function Records({ path }: { readonly path: readonly string[] }) {
  const [name = ''] = path;
  if (!Object.hasOwn(PAGES, name)) {
    return <Brought heading={NAMES.records} draw={({ MoreRecords }) => <MoreRecords path={path} />} />;
  }
  const Page = PAGES[name as keyof typeof PAGES];
  return <Page />;
}
