// Keep objects of a bundled module and call them for as long as lines come: one line in, one line out.
//
//     node talk.mjs MODULE
//     ["make", function, ...arguments]          ->  the number of what it gives
//     ["call", function, ...arguments]          ->  what it gives, awaited
//     ["tell", number, method, ...arguments]    ->  what the method gives, awaited; or a property
//     ["start", number, method, ...arguments]   ->  the number of a promise, not awaited
//     ["await", number]                         ->  what the promise gives
//
// {"$": 3} among the arguments is object 3; {"hex": "00ff"} is bytes, both ways.
// What is thrown becomes {"thrown": message}. A rejection that nobody handles ends it.

import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const module = await import(pathToFileURL(process.argv[2]).href);
const objects = [];

const keep = (one) => objects.push(one) - 1;

function given(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(given);
  if ('$' in value) return objects[value.$];
  if ('hex' in value) return Uint8Array.from(Buffer.from(value.hex, 'hex'));
  return value;
}

function shown(value) {
  if (value instanceof Uint8Array) return { hex: Buffer.from(value).toString('hex') };
  if (typeof value === 'object' && value?.bytes instanceof Uint8Array) return { ...value, bytes: shown(value.bytes) };
  return value ?? null;
}

const does = {
  make: async (name, ...values) => keep(await module[name](...values)),
  call: (name, ...values) => module[name](...values),
  tell: (object, method, ...values) =>
    typeof object[method] === 'function' ? object[method](...values) : object[method],
  // in a box, or it would be awaited
  start: (object, method, ...values) => keep({ promise: object[method](...values) }),
  await: (box) => box.promise,
};

for await (const line of createInterface({ input: process.stdin })) {
  const [what, first, ...rest] = JSON.parse(line);
  const subject = typeof first === 'number' ? objects[first] : first;
  let result;
  try {
    result = shown(await does[what](subject, ...rest.map(given)));
  } catch (error) {
    result = { thrown: String(error?.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
