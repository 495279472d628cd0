/** Everything into a file, or a part of it; locked with a passphrase where there is one. */

import type { Progress } from '../../core/age';
import { today } from '../../core/dates';
import { writeFile } from '../../core/envelope';
import { site } from '../../core/site';
import { download } from '../../io/download';
import { fileName } from '../../io/file-name';
import { theBook } from '../book';
import { whenHere } from '../later';

/** Save everything to a file and return its name. What is typed while it is locked is for the next one. */
export async function saveEverything(passphrase: string, onProgress?: Progress): Promise<string> {
  const book = theBook();
  await book.flush();
  const recs = book.everything();
  const contents = writeFile(recs, { site: site.id, app: site.version });
  const name = await saveText('workbook', contents, passphrase, onProgress);
  if (book.writes.peek()) {
    await book.sentOut(recs);
    await book.setMeta({ backup: new Date().toISOString() });
  }
  return name;
}

/** Save a text to a file of this name and day; return the whole name. */
export async function saveText(
  what: string,
  contents: string,
  passphrase: string,
  onProgress?: Progress,
): Promise<string> {
  if (passphrase === '') return saved(fileName(what, today(), 'json'), contents, 'application/json');
  const bytes = new TextEncoder().encode(contents);
  const { lock } = await whenHere();
  const locked = await lock(bytes, passphrase, onProgress);
  return saved(fileName(what, today(), 'json.age'), locked, 'application/octet-stream');
}

export function saved(name: string, contents: string | Uint8Array, type: string): string {
  download(name, contents, type);
  return name;
}
