// Two tabs: one writes and the other follows; the other may take over, and nothing is lost.
import { begin } from './begin.mjs';

export default async function (walk) {
  await begin(walk);
  await walk.go('journal', 'ask', 'A page');
  await walk.type('My question', 'from the first tab');
  await walk.saved();
  const first = walk.page;
  await walk.open();
  const second = walk.page;
  await walk.see('Open in another tab');
  walk.page = first;
  await first.bringToFront();
  await walk.type('My question', ' and on');
  await walk.saved();
  walk.page = second;
  await second.bringToFront();
  await walk.press('Use here');
  await walk.go('journal', 'ask', 'Another');
  await walk.type('My question', 'from the second tab');
  await walk.saved();
  walk.page = first;
  await first.bringToFront();
  await walk.see('Open in another tab');
  await walk.go('journal', 'questions');
  await walk.see('from the second tab');
  const followed = await walk.text();
  walk.page = second;
  return { followed };
}
