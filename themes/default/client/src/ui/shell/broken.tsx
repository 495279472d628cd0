/** The workbook could not be opened at all. */

import { t } from '../../core/words';
import { WayOut } from './way-out';

export function Broken({ why }: { readonly why: string }) {
  return (
    <div class="workbook">
      <div class="marker">
        <h1 class="heading">{t('The workbook could not be opened here.')}</h1>
        <p>
          {why}. {t('What is kept in this browser is still there.')}
        </p>
        <WayOut />
      </div>
    </div>
  );
}
