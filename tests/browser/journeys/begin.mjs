// How every journey begins: the first question answered, and a little work that is kept.
export async function begin(walk, { device = 'My own device', path, root } = {}) {
  await walk.open(path, root);
  await walk.press(device);
  return walk;
}

/** Open a workbook that may have been begun before. */
export async function enter(walk, root) {
  await walk.page?.close();
  await walk.open('workbook.html', root);
  await walk.page.waitForFunction(() => /My own device|Save to a file/.test(document.body.innerText));
  if (await walk.page.evaluate(() => document.body.innerText.includes('My own device'))) {
    await walk.press('My own device');
  }
}

/** The address of the first goal; none where there is none. */
export function goalAt(walk) {
  return walk.page.$$eval('main a', (all) =>
    all.map((link) => link.getAttribute('href') ?? '').find((to) => to.startsWith('#/plan/goal/')),
  );
}

export async function follow(walk, address) {
  await walk.page.evaluate((to) => void (location.hash = to), address);
  await walk.settle();
}

export async function goal(walk, words) {
  await walk.go('plan');
  await walk.type('What will be different?', words);
  await walk.saved();
}

/** The records of a file that the workbook made, by id. */
export function recordsOf({ bytes }) {
  const { records } = JSON.parse(bytes.toString('utf8'));
  return records.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export async function saveFile(walk) {
  await walk.go('records', 'save');
  return walk.saves(() => walk.press('Save to a file', 1));
}

export async function openFile(walk, path) {
  await walk.go('records', 'open');
  await walk.hand(path);
}
