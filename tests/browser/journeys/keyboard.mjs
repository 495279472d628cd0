// A whole plan with the keyboard alone: goal, if-then, ladder, steps put in order, saved to a file, opened.
import { begin, recordsOf, saveFile } from './begin.mjs';

const PATIENCE = 200;

export default async function (walk) {
  await begin(walk);
  const { page } = walk;
  const key = async (name) => {
    await page.keyboard.press(name);
    await walk.settle();
  };
  /** What has the focus, in words. */
  const here = () =>
    page.evaluate(() => {
      const one = document.activeElement;
      const labels = [...(one.labels ?? [])].map((label) => label.innerText).join(' ');
      const words = ['A', 'BUTTON', 'SUMMARY'].includes(one.tagName) ? one.innerText : '';
      return `${one.getAttribute('aria-label') ?? ''} ${labels} ${words}`;
    });
  const to = async (words) => {
    for (let n = 0; n < PATIENCE; n += 1) {
      if ((await here()).includes(words)) return;
      await key('Tab');
    }
    throw new Error(`the keyboard does not reach “${words}”; it is at “${await here()}”`);
  };
  const write = async (words, text) => {
    await to(words);
    await page.keyboard.type(text);
    await walk.settle();
  };
  await write('What will be different?', 'The students start the lesson');
  await to('Go on with this goal');
  await key('Enter');
  await write('Who will notice, and what?', 'Sam and Lea, by the third minute');
  await write('Step 1', 'Write one card for each desk');
  await key('Enter');
  await page.keyboard.type('Ask Sam and Lea to set them out');
  await walk.settle();
  await to('Move step 2 up');
  await key('Enter');
  const moved = await here();
  await write('When this happens', 'lunch duty keeps me out');
  await write('then I will', 'two pupils set them out');
  await to('Five rungs, in words');
  await key('Enter');
  await write('what I hope for', 'they begin within three minutes');
  await walk.saved();
  const file = await saveFile(walk);
  return { moved, records: recordsOf(file).map(({ type, body }) => ({ type, body })) };
}
