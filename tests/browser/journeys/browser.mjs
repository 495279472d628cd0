// Starts Chromium or Firefox as a person's own is set, for pages from the disk above all.
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../tools/package.json', import.meta.url));
const puppeteer = require('puppeteer-core');

const CHROMIUM = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch({ browser, executable }, userDataDir) {
  return puppeteer.launch({
    browser,
    executablePath: executable,
    headless: true,
    userDataDir,
    args: browser === 'chrome' ? CHROMIUM : [],
    // the driver lets every file read every other; a person's Firefox does not
    extraPrefsFirefox: {
      'security.fileuri.strict_origin_policy': true,
      'browser.download.folderList': 2,
      'browser.download.alwaysOpenPanel': false,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
    },
  });
}
