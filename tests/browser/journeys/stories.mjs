// Smaller things that people do, each told by its own name.
import { begin, enter, follow, goal, goalAt, openFile, recordsOf, saveFile } from './begin.mjs';

const stories = {
  async gaps(walk) {
    await walk.go('plan', 'needs');
    await walk.type('What is needed', 'Quieter starts', 0);
    await walk.saved();
    await walk.press('Take into the gap review');
    await walk.go('plan', 'gaps');
    return walk.text();
  },
  async mentor(walk) {
    await goal(walk, 'To try group work');
    await follow(walk, await goalAt(walk));
    await walk.press('The help I need, and my peer partner');
    const box = await walk.field('a mentor');
    await box.focus();
    await walk.page.keyboard.press(' ');
    await walk.settle();
    return walk.page.$$eval('main a', (all) => all.map((link) => `${link.innerText} ${link.getAttribute('href')}`));
  },
};

export default async function (walk) {
  await begin(walk);
  const told = {};
  for (const [name, story] of Object.entries(stories)) told[name] = await story(walk);
  return told;
}
