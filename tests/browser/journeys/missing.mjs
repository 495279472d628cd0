// The second script of the workbook is gone: its rooms say so, and nothing is lost.
import { begin, openFile, recordsOf } from './begin.mjs';

export default async function (walk) {
  await begin(walk);
  await walk.type('What will be different?', 'Friday starts on time');
  await walk.saved();
  const rooms = {};
  for (const room of ['checks', 'group', 'records']) {
    await walk.go(room);
    await walk.see('did not load');
    rooms[room] = await walk.page.$eval('main h1', (heading) => heading.innerText);
  }
  const file = await walk.saves(() => walk.press('Save to a file'));
  await walk.go('records', 'save');
  const box = await walk.field('Lock the file with a passphrase');
  await box.focus();
  await walk.page.keyboard.press(' ');
  await walk.type('Passphrase', 'four words or five');
  await walk.type('The same once more', 'four words or five');
  await walk.press('Save to a file', 1);
  await walk.see('locks and unlocks files did not load');
  await walk.go('plan');
  // first the words, then the goal
  await walk.press('Undo');
  await walk.press('Undo: goal added');
  await openFile(walk, file.path);
  await walk.see('the file');
  await walk.press('Take them in');
  await walk.see('Taken in');
  await walk.go('plan');
  return { rooms, records: recordsOf(file), plan: await walk.text() };
}
