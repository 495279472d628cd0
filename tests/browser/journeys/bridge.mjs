// A goal travels between the site and a download: a becomes b at home, and b replaces a in the
// download; had the download's own become c meanwhile, b and c both stay.
import { enter, follow, goalAt, openFile, recordsOf, saveFile } from './begin.mjs';

export default async function (walk) {
  const zip = Object.values(walk.job.packs)[0];
  const site = walk.job.hosted;
  const write = async (words) => {
    await walk.go('plan');
    const before = await goalAt(walk);
    if (before) await follow(walk, before);
    await walk.type('What will be different?', words);
    await walk.saved();
    await walk.settle();
  };
  const take = async (path) => {
    await openFile(walk, path);
    await walk.press('Take them in');
    await walk.see('Taken in');
  };

  await enter(walk, zip); // a is made in the download
  await write('a');
  const a = await saveFile(walk);
  await enter(walk, site); // and becomes b at home
  await take(a.path);
  await write('b');
  const b = await saveFile(walk);

  await enter(walk, zip); // b replaces a
  await take(b.path);
  const replaced = recordsOf(await saveFile(walk));

  await write('c'); // both go on
  const c = await saveFile(walk);
  await enter(walk, site);
  await write('d');
  const d = await saveFile(walk);
  await enter(walk, zip);
  await take(d.path);
  const both = recordsOf(await saveFile(walk));
  await openFile(walk, d.path); // a second time brings nothing
  await walk.see('All that is in this file is here already');
  const words = (records) => records.map(({ body }) => body.different).sort();
  return {
    first: words(recordsOf(a)),
    home: words(recordsOf(b)),
    replaced: words(replaced),
    both: words(both),
    marked: both.filter(({ body }) => body.copy_of).length,
    last: words(recordsOf(c)),
  };
}
