/** The room Records: what is kept, and how it goes out, comes in, is shared, printed and removed. */

import { Before } from './before';
import { Home } from './home';
import { Delete, Finish } from './leave';
import { Open } from './open';
import { Others } from './others';
import { Print } from './print';
import { Save } from './save';
import { ShareCopy } from './share';
import { Tables } from './tables';
import { Twice } from './twice';

const PAGES = {
  save: Save,
  open: Open,
  share: ShareCopy,
  print: Print,
  tables: Tables,
  others: Others,
  twice: Twice,
  before: Before,
  finish: Finish,
  delete: Delete,
};

export function Records({ path }: { readonly path: readonly string[] }) {
  const [name = '', ...rest] = path;
  const Page = Object.hasOwn(PAGES, name) ? PAGES[name as keyof typeof PAGES] : Home;
  return <Page path={rest} />;
}
