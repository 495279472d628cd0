/** Whether a file is locked, by how it begins: it is asked before what unlocks files is there. */

/** How a file in the age format begins, whatever its version. */
const MAGIC = 'age-encryption.org/';
/** How one begins that is written as letters. */
export const ARMOUR = '-----BEGIN AGE ENCRYPTED FILE-----';

export const isLocked = (file: Uint8Array): boolean => isBinaryAge(file) || isArmoured(file);

export const isBinaryAge = (file: Uint8Array): boolean => letters(file.subarray(0, MAGIC.length)) === MAGIC;

/** Whether a file begins as an armoured one does, after any blank space. */
export const isArmoured = (file: Uint8Array): boolean =>
  letters(file.subarray(0, 1024)).trimStart().startsWith(ARMOUR);

const letters = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
