/** A part of the workbook that the second script brings; words stand in its place while it is not here. */

import type { ComponentChildren } from 'preact';
import { t } from '../../core/words';
import { type Later, later } from '../later';
import { Button, Heading, Notice } from '../parts';

export function Brought({
  heading,
  draw,
}: {
  /** What the page is called meanwhile; none where it has a heading already. */
  readonly heading?: string;
  readonly draw: (brought: Later) => ComponentChildren;
}) {
  const brought = later.value;
  if (typeof brought !== 'string') return <>{draw(brought)}</>;
  return (
    <div class="block">
      {heading ? <Heading>{heading}</Heading> : null}
      {brought === 'coming' ? <p role="status">{t('This part of the workbook is on its way.')}</p> : <Missing />}
    </div>
  );
}

function Missing() {
  return (
    <Notice>
      <p>
        {t('This part of the workbook did not load: its file is missing, or the connection broke off.')}{' '}
        {t('What you wrote is kept. The plan, the journal, and the buttons for saving and opening a file work all the same.')}
      </p>
      <Button small onClick={() => location.reload()}>
        {t('Load the page again')}
      </Button>
    </Notice>
  );
}
