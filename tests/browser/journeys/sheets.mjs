// Every field of every sheet, filled in by the page's own controls; closed, opened, read again.
import { begin } from './begin.mjs';

export default async function (walk) {
  await begin(walk);
  const ids = await walk.page.evaluate(() => globalThis.peerpress.sheets.map((sheet) => sheet.id));
  const written = {};
  for (const id of ids) {
    await walk.go('checks', id);
    await walk.press('Fill it in');
    await walk.see('Delete this sheet');
    await fill(walk);
    await walk.saved();
    written[id] = { at: await walk.page.evaluate(() => location.hash), held: await held(walk) };
  }
  await walk.reopen();
  await walk.see('Saved in this browser');
  const found = {};
  for (const id of ids) {
    await walk.page.evaluate((to) => void (location.hash = to), written[id].at);
    await walk.see('Delete this sheet');
    await walk.settle();
    found[id] = await held(walk);
  }
  return { written: Object.fromEntries(ids.map((id) => [id, written[id].held])), found };
}

/** Answer every control in sight, rows that are added first, each as a person's input would. */
async function fill(walk) {
  await walk.page.evaluate(() => {
    for (const button of document.querySelectorAll('main form button, main .words button')) {
      if (/^Add /.test(button.innerText)) button.click();
    }
  });
  await walk.settle();
  await walk.page.evaluate(async () => {
    const set = (element, value) => {
      const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value');
      own.set.call(element, value);
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    };
    let n = 0;
    const names = new Set();
    for (const one of document.querySelectorAll('main .words :is(input, textarea, select)')) {
      n += 1;
      await new Promise((done) => setTimeout(done)); // a person's next move is never in the same instant
      if (one.type === 'radio') {
        if (!names.has(one.name)) one.click();
        names.add(one.name);
      } else if (one.type === 'checkbox') {
        if (!one.checked) one.click();
      } else if (one.type === 'date') set(one, `2026-0${1 + (n % 9)}-1${n % 10}`);
      else if (one.type === 'number') set(one, String(1 + (n % 3)));
      else if (one.tagName === 'SELECT') set(one, [...one.options].find((o) => o.value)?.value ?? '');
      else set(one, `answer ${n}, ā “${n}” 木`);
    }
  });
  await walk.settle();
}

function held(walk) {
  return walk.page.evaluate(() =>
    [...document.querySelectorAll('main .words :is(input, textarea, select)')].map((one) =>
      ['radio', 'checkbox'].includes(one.type) ? `${one.value} ${one.checked}` : one.value,
    ),
  );
}
