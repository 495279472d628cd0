// What a person does with the workbook, in words: find by label, type, press, read.
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';

const PATIENCE = 8000;

export class Walk {
  static async begin(browser, job, folder) {
    const context = await browser.createBrowserContext({
      downloadBehavior: { policy: 'allow', downloadPath: folder },
    });
    return new Walk(context, job, folder);
  }

  constructor(context, job, folder) {
    this.context = context;
    this.job = job;
    this.folder = folder;
    this.faults = [];
    this.foreign = [];
    this.files = 0;
  }

  /** Open a page of the site, or of an unpacked zip. */
  async open(path = 'workbook.html', root = this.job.site) {
    this.page = await this.context.newPage();
    await this.page.setViewport({ width: 1280, height: 900 });
    this.page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) this.faults.push(`console: ${message.text()}`);
    });
    this.page.on('pageerror', (error) => this.faults.push(`error: ${error.message}`));
    this.page.on('request', (request) => {
      if (!/^(file|data|blob|about):/.test(request.url()) && !request.url().startsWith(root)) {
        this.foreign.push(request.url());
      }
    });
    await this.page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`),
      );
    });
    if (this.before) await this.page.evaluateOnNewDocument(this.before);
    await this.page.goto(root + path);
    return this.page;
  }

  /** Close the page as a person does, and open it again. */
  async reopen(path, root) {
    const before = this.page;
    await this.open(path, root);
    await before.close();
  }

  /** Go somewhere in the workbook by its address. */
  async go(...parts) {
    const hash = `#/${parts.map(encodeURIComponent).join('/')}`;
    await this.page.evaluate((to) => void (location.hash = to), hash);
    await this.page.waitForFunction((to) => location.hash === to, { timeout: PATIENCE }, hash);
    await this.settle();
  }

  /** Two frames later everything is drawn. */
  settle() {
    return this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  /** The control that a label names, by words of the label; `nth` where there are several. */
  async field(words, nth = 0) {
    await this.page.waitForFunction(LABELLED, { timeout: PATIENCE }, words, nth);
    return (await this.page.evaluateHandle(LABELLED, words, nth)).asElement();
  }

  /** A button or link by its words. */
  async control(words, nth = 0) {
    await this.page.waitForFunction(PRESSED, { timeout: PATIENCE }, words, nth);
    return (await this.page.evaluateHandle(PRESSED, words, nth)).asElement();
  }

  async type(words, text, nth = 0) {
    const field = await this.field(words, nth);
    await field.focus();
    await this.page.keyboard.type(text);
  }

  async press(words, nth = 0) {
    const control = await this.control(words, nth);
    await control.focus();
    await this.page.keyboard.press('Enter');
    await this.settle();
  }

  /** Wait for words on the page, or in one of its fields. */
  async see(words) {
    await this.page.waitForFunction(
      (wanted) =>
        document.body.innerText.includes(wanted) ||
        [...document.querySelectorAll('main :is(input, textarea)')].some((one) => one.value.includes(wanted)),
      { timeout: PATIENCE },
      words,
    );
  }

  /** Wait until the workbook says that all is kept. */
  saved() {
    return this.see('Saved in this browser');
  }

  /** What stands on the page, and in its fields. */
  text() {
    return this.page.evaluate(() => {
      const fields = [...document.querySelectorAll('main :is(input, textarea)')];
      return [document.querySelector('main').innerText, ...fields.map((one) => one.value)].join('\n');
    });
  }

  sight() {
    return this.page?.evaluate(() => `${location.hash}\n${document.body.innerText}`).catch(String);
  }

  /** What a press saves: the name that the page gave it, where it is now, and its bytes. */
  async saves(act) {
    await act();
    const until = Date.now() + PATIENCE;
    while (Date.now() < until) {
      const name = readdirSync(this.folder).find((one) => !/\.(part|crdownload)$|^\.|^kept-|com\./.test(one));
      if (name && statSync(`${this.folder}/${name}`).size > 0) {
        this.files += 1;
        const path = `${this.folder}/kept-${this.files}`;
        mkdirSync(path);
        renameSync(`${this.folder}/${name}`, `${path}/${name}`);
        return { name, path: `${path}/${name}`, bytes: readFileSync(`${path}/${name}`) };
      }
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error('nothing was saved');
  }

  /** Give a file to the input that asks for one. */
  async hand(path) {
    const input = await this.page.waitForSelector('input[type=file]', { timeout: PATIENCE });
    await input.uploadFile(path);
  }

  write(name, text) {
    const path = `${this.folder}/kept-${name}`;
    writeFileSync(path, text);
    return path;
  }

  async end() {
    await this.context.close();
  }
}

// These run in the page.
function LABELLED(words, nth) {
  const named = (element) =>
    [...(element.labels ?? [])].map((label) => label.innerText).join(' ') +
    ` ${element.getAttribute('aria-label') ?? ''} ` +
    (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.innerText ?? '')
      .join(' ');
  const controls = [...document.querySelectorAll('main input, main textarea, main select')];
  return controls.filter((one) => named(one).includes(words) && one.offsetParent)[nth] ?? null;
}

function PRESSED(words, nth) {
  const said = (one) => (one.getAttribute('aria-label') ?? one.innerText).trim();
  const controls = [...document.querySelectorAll('main button, main a, main summary')];
  const shown = controls.filter((one) => one.offsetParent);
  const exact = shown.filter((one) => said(one) === words);
  return (exact.length > 0 ? exact : shown.filter((one) => said(one).startsWith(words)))[nth] ?? null;
}
