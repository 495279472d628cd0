/** A text on its way: into a mail, into a text message, or copied. What is sent, and to whom, the person decides there. */

import { useRef, useState } from 'preact/hooks';
import { t } from '../../core/words';
import { mailto, sms } from '../../io/mail';
import { Button } from '../parts';

export function Send({
  text,
  subject,
  to = '',
  label,
  short,
}: {
  readonly text: string;
  readonly subject: string;
  /** A mail address or a number, if one is known. */
  readonly to?: string;
  /** What is sent, for those who hear the buttons alone. */
  readonly label: string;
  /** Whether it is short enough for a text message. */
  readonly short?: boolean;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<'' | 'copied' | 'select'>('');
  const mail = mailto(to.includes('@') ? to : '', subject, text);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('copied');
    } catch {
      // over plain http, and where it is not allowed
      setSaid('select');
      requestAnimationFrame(() => area.current?.select());
    }
  };
  return (
    <div class="send on-screen">
      <div class="buttons">
        <a class="button small-button" href={mail.href} aria-label={t('Mail: {what}', { what: label })}>
          {t('Mail')}
        </a>
        {short ? (
          <a
            class="button small-button"
            href={sms(to.includes('@') ? '' : to, text)}
            aria-label={t('Text message: {what}', { what: label })}
          >
            {t('Text message')}
          </a>
        ) : null}
        <Button small onClick={() => void copy()} label={t('Copy: {what}', { what: label })}>
          {t('Copy')}
        </Button>
      </div>
      {mail.shortened ? <p class="soft small">{t('Too long for a mail link: it takes the beginning, Copy takes all.')}</p> : null}
      <p class="soft small" role="status">
        {said === 'copied' ? t('Copied.') : said === 'select' ? t('Copy it from here.') : null}
      </p>
      {said === 'select' ? <textarea class="voice" ref={area} readOnly rows={4} value={text} aria-label={label} /> : null}
    </div>
  );
}
