/** What the room Records has besides saving and opening: what is kept, and how it is shared, printed, compared and deleted. */

import { Before } from './before';
import { Delete } from './delete';
import { Home } from './home';
import { Others } from './others';
import { Print } from './print';
import { ShareCopy } from './share';
import { Tables } from './tables';
import { Twice } from './twice';

const PAGES = {
  share: ShareCopy,
  print: Print,
  tables: Tables,
  others: Others,
  twice: Twice,
  before: Before,
  delete: Delete,
};

export function MoreRecords({ path: [name = '', ...rest] }: { readonly path: readonly string[] }) {
  const Page = Object.hasOwn(PAGES, name) ? PAGES[name as keyof typeof PAGES] : Home;
  return <Page path={rest} />;
}
