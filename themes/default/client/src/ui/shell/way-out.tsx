/**
 * The way out from within the workbook. Some browsers give each file from the disk a store of its own:
 * there `rescue.html` does not see what this page keeps, and only this page can save it.
 */

import { useState } from 'preact/hooks';
import { dump } from '../../core/dump';
import { site } from '../../core/site';
import { t } from '../../core/words';
import { download } from '../../io/download';

export function WayOut() {
  const [said, setSaid] = useState('');
  const save = async (): Promise<void> => {
    try {
      const found = await dump(site.id);
      const file = `peerpress-rescue-${found.made.slice(0, 10)}.json`;
      download(file, `${JSON.stringify(found, null, 1)}\n`, 'application/json');
      setSaid(t('Saved as {name}. Look for it in your downloads.', { name: file }));
    } catch (error) {
      setSaid(t('The file could not be made: {why}', { why: String(error) }));
    }
  };
  return (
    <>
      <button type="button" class="button small" onClick={() => void save()}>
        {t('Save what is kept here')}
      </button>
      <span role="status">{said}</span>
    </>
  );
}
