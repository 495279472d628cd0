// What is shared is what was shown: private lines are in neither.
import { begin, follow, goal, goalAt } from './begin.mjs';

export default async function (walk) {
  await begin(walk);
  await goal(walk, 'Friday starts on time');
  await follow(walk, await goalAt(walk));
  await walk.type('What may get in the way?', 'PRIVATECANARY lunch duty');
  await walk.type('Who will notice, and what?', 'Sam and Lea, quiet by the third minute');
  await walk.saved();
  await walk.go('records', 'share');
  await walk.see('What they will see');
  const preview = await walk.page.$eval('.copy', (copy) => copy.innerText);
  const file = await walk.saves(() => walk.press('As a file, to send'));
  await walk.press('As text, to copy');
  const text = await walk.page.$eval('#share-text', (area) => area.value);
  const bytes = file.bytes.toString('utf8');
  return { preview, text, bytes };
}
