// Saved to a file, everything deleted, the file opened: the same records, to the last field.
import { begin, goal, openFile, recordsOf, saveFile } from './begin.mjs';

export default async function (walk) {
  await begin(walk);
  await goal(walk, 'Friday’s lesson starts within three minutes of the bell.');
  await walk.go('journal');
  await walk.type('What happened?', 'Two pupils set the cards out. ā ō — “quiet”.');
  await walk.go('journal', 'ask', 'Listening');
  await walk.type('My question', 'What was already on the desks?');
  await walk.saved();
  const before = await saveFile(walk);
  await walk.go('records', 'delete');
  await walk.press('Delete everything here');
  await walk.press('Delete all of it now');
  await walk.see('Nothing is left');
  await walk.reopen();
  await walk.see('Nothing is kept in this browser yet');
  if (await walk.page.evaluate(() => document.body.innerText.includes('My own device'))) {
    await walk.press('My own device');
  }
  await openFile(walk, before.path);
  await walk.press('Take them in');
  await walk.see('Taken in');
  const after = await saveFile(walk);
  return { before: recordsOf(before), after: recordsOf(after), name: before.name };
}
