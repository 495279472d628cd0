// A browser that names no language, asks for ever about keeping, and has no time for us: the page opens.
export default async function (walk) {
  walk.before = () => {
    Object.defineProperty(navigator, 'language', { get: () => 'C' });
    Object.defineProperty(navigator, 'languages', { get: () => ['C'] });
    if (navigator.storage) navigator.storage.persist = () => new Promise(() => {});
  };
  await walk.open();
  await walk.press('My own device');
  await walk.type('What will be different?', 'It opens all the same');
  await walk.saved();
  await walk.go('journal');
  return { text: await walk.text() };
}
