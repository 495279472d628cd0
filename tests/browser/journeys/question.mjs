// A question from another page, in two moves: the link at its foot, and typing. It is on the next check-in.
import { begin } from './begin.mjs';

export default async function (walk) {
  await begin(walk);
  const { page } = walk;
  await page.goto(`${walk.job.site}${'boundaries.html'}`);
  const link = await page.waitForSelector('::-p-text(Add a question)');
  await link.click();
  await page.waitForSelector('main textarea', { visible: true });
  await walk.settle();
  await page.keyboard.type('Who is told if a child is at risk?');
  await walk.saved();
  const address = await page.evaluate(() => location.href);
  await walk.go('journal', 'next');
  const next = await walk.text();
  await walk.go('journal', 'questions');
  return { address, next, log: await walk.text() };
}
