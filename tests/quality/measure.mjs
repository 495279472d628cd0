// Measures pages: node measure.mjs BROWSER URL... prints for each its marks, and what takes marks away.
// The policy of our pages forbids them to fetch, and so Lighthouse to fetch robots.txt through them:
// it is off for that alone. The test has looked at the policy already.
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';

const [executablePath, ...urls] = process.argv.slice(2);
const KINDS = ['performance', 'accessibility', 'best-practices', 'seo'];
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const found = [];
for (const url of urls) {
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  const { lhr } = await lighthouse(url, { onlyCategories: KINDS, logLevel: 'error' }, undefined, page);
  const marks = Object.fromEntries(KINDS.map((kind) => [kind, Math.round(lhr.categories[kind].score * 100)]));
  const refs = KINDS.flatMap((kind) => lhr.categories[kind].auditRefs.filter(({ weight }) => weight > 0));
  const low = refs
    .map(({ id }) => lhr.audits[id])
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ id, score, displayValue, explanation }) => ({ id, score, said: displayValue ?? explanation ?? '' }));
  const requests = lhr.audits['network-requests'].details.items;
  const bytes = requests.reduce((sum, { transferSize }) => sum + (transferSize ?? 0), 0);
  found.push({ url, marks, low, bytes, requests: requests.map(({ url: one, transferSize }) => [one, transferSize]) });
  await page.close();
}
await browser.close();
process.stdout.write(JSON.stringify(found));
