/** Words to send to the partner, made of nothing but what was typed. */

import { sayWeekday } from '../../../core/dates';
import { t } from '../../../core/words';
import { mailto, sms } from '../../../io/mail';
import { firstName, nudges } from '../../../model/nudge';
import { type Rec, text } from '../../../model/record';
import { nextMeeting } from '../meeting';

export function Nudges({ goal }: { readonly goal: Rec }) {
  const partner = text(goal.body, 'partner');
  return (
    <section class="on-screen" aria-label={t('Words to send')}>
      <p class="label">{t('Words to send to {name}', { name: firstName(partner) })}</p>
      <ul class="growing">
        {ready(goal.body['encouragement'], partner).map((words) => (
          <li key={words}>
            <p class="voice">{words}</p>
            <p class="facts-line">
              <a href={sms('', words)}>{t('by message')}</a> <a href={mailto('', t('Our next meeting'), words).href}>{t('by mail')}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ready(encouragement: unknown, partner: string): readonly string[] {
  const next = nextMeeting();
  const said = nudges([], partner, next && { when: `${sayWeekday(next.date)} ${next.time}`.trim(), place: next.place });
  const hard = typeof encouragement === 'string' ? encouragement.trim() : '';
  const asks = t('Hello {name}. When it is hard for me, I would like to hear: “{words}”', { name: firstName(partner), words: hard });
  return [...(hard === '' ? [] : [asks]), ...said.map((one) => one.text)];
}
