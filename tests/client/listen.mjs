// Call functions of a bundled script by name for as long as lines come: one line in, one line out.
//
//     node listen.mjs SCRIPT GLOBAL
//     [name, ...arguments]  ->  result, or {"thrown": message}
//
// As in call.mjs there is nothing of a browser nor of Node around the script.

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createContext, runInContext } from 'node:vm';

const [script, global] = process.argv.slice(2);
const context = createContext({});
runInContext(readFileSync(script, 'utf8'), context);
for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...values] = JSON.parse(line);
  let result;
  try {
    result = context[global][name](...values);
  } catch (error) {
    result = { thrown: error.message };
  }
  process.stdout.write(`${JSON.stringify(result ?? null)}\n`);
}
