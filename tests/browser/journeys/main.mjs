// Walks journeys through the workbook in a real browser, and says what came of each.
//
//   node main.mjs JOB
//
// JOB is {browser: "chrome" | "firefox", executable, journeys: [names], site: url of the site's root,
// packs: {id: url of an unpacked zip}, folder: an empty folder}. Prints {name: {error?, …what the
// journey gave}}. Each journey has a context of its own, so that it finds nothing of another.
import { mkdirSync } from 'node:fs';
import { launch } from './browser.mjs';
import { Walk } from './walk.mjs';

const job = JSON.parse(process.argv[2]);
const said = {};
let browser = await launch(job, `${job.folder}/profile`);
try {
  for (const name of job.journeys) {
    const { default: journey } = await import(`./${name}.mjs`);
    const folder = `${job.folder}/${name}`;
    mkdirSync(folder, { recursive: true });
    const walk = await Walk.begin(browser, job, folder);
    try {
      said[name] = { ...(await journey(walk)), faults: walk.faults, asked: walk.foreign };
    } catch (error) {
      said[name] = { error: `${error.stack ?? error}`, at: await walk.sight() };
    } finally {
      await walk.end();
    }
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(said));
