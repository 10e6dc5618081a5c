// What must be known before anybody is called: language, hours, how the call was asked for, what was tried, what was told before.
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CallView } from '../../../shared/contract/calls.ts';
import { MOST_TRIES } from '../../../shared/domain/call.ts';
import { sameDay, useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNow } from '../../kit/now.ts';
import { useSession } from '../../kit/session.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { placeOfWork } from '../todo/place-of-work.ts';

export function BeforeCall({ call }: { call: CallView }): ReactNode {
  const { t } = useWords();
  const { language, hours, tries } = call;
  const asked = useAsked(call);
  return (
    <Section level={2} title={t('call.before')}>
      <dl className="facts">
        <dt>{t('call.language')}</dt>
        <dd>{t(`language.${language}`)}</dd>
        <dt>{t('call.hours')}</dt>
        <dd className="numbers">{hours === null ? t('call.anyHour') : t('call.hoursAre', hoursOf(hours))}</dd>
        <dt>{t('call.askedHow')}</dt>
        <dd>
          {asked.how}, {asked.when}
        </dd>
        <dt>{t('call.tries')}</dt>
        <dd>{tries === 0 ? t('call.noTries') : t('call.triesAre', { count: tries, left: MOST_TRIES - tries })}</dd>
        <dt>{t('call.matter')}</dt>
        <dd>
          <Matter told={call.told} />
        </dd>
      </dl>
      {call.quiet ? <Warning text={t('call.quiet')} /> : null}
      {language === 'pt' || language === 'en' ? null : (
        <Warning text={t('call.otherTongue', { language: t(`language.${language}`) })} />
      )}
    </Section>
  );
}

function Matter({ told }: Pick<CallView, 'told'>): ReactNode {
  const { t } = useWords();
  const { grant } = useSession();
  if (told === null) return t('call.noMatter');
  const place = placeOfWork({ kind: 'call-back', subjectId: told.concernId, ref: told.ref }, grant.role);
  return (
    <>
      {t(`entry.state.${told.state}`, { when: t(`entry.ago.${told.told}`) })}{' '}
      {place === undefined ? null : (
        <Link to={place.to} search={place.search} className="ref">
          {told.ref}
        </Link>
      )}
    </>
  );
}

export const Warning = ({ text }: { text: string }): ReactNode => (
  <p className="mark warn folds">
    <IconAlertTriangle size={18} aria-hidden />
    {text}
  </p>
);

const hourOf = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const hoursOf = ({ from, to }: NonNullable<CallView['hours']>) => ({ from: hourOf(from), to: hourOf(to) });

/** How and when the call was asked for: what whoever answers must know. */
export function useAsked({ asked }: CallView): { how: string; when: string } {
  const { t } = useWords();
  const format = useFormat();
  const now = useNow();
  const at = new Date(asked.at);
  const how = t(`call.asked.${asked.by}`);
  if (sameDay(at, now)) return { how, when: t('call.askedDay.today') };
  const yesterday = sameDay(at, new Date(now.getTime() - 86_400_000));
  return { how, when: yesterday ? t('call.askedDay.yesterday') : format.date(asked.at) };
}
