/** A file out of the page: a link to a blob, which works from a folder as well as from a server. */

/** Long enough for a slow machine to have begun to write it. */
const WHILE = 60_000;

export function download(name: string, contents: string | Uint8Array, type: string): void {
  const part = typeof contents === 'string' ? contents : new Uint8Array(contents);
  const url = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), WHILE);
}
