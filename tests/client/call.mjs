// Call functions of a bundled script by name, where there is nothing of a browser nor of Node.
//
//     node call.mjs SCRIPT GLOBAL < [[name, ...arguments], …] > [result, …]
//
// What a function throws becomes {"thrown": message}. Undefined arguments are not to be had: null.

import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

const [script, global] = process.argv.slice(2);
const context = createContext({});
runInContext(readFileSync(script, 'utf8'), context);
const results = JSON.parse(readFileSync(0, 'utf8')).map(([name, ...values]) => {
  try {
    const found = context[global][name];
    return typeof found === 'function' ? found(...values) : found;
  } catch (error) {
    return { thrown: error.message };
  }
});
process.stdout.write(JSON.stringify(results));
