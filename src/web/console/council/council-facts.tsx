// What is known of a council; what nobody has said yet stands as such.
import { Fragment, type ReactNode } from 'react';
import type { CouncilWhole } from '../../../shared/contract/councils.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { noon } from '../absence/days.ts';

export function CouncilFacts({ council }: { council: CouncilWhole }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const day = (said: string | null): string | null => (said === null ? null : format.date(noon(said)));
  const facts = [
    ['meetingPlace', council.meetingPlace],
    ['languages', council.languages.map((language) => t(`language.${language}`)).join(', ')],
    ['size', council.size === null ? null : format.number(council.size)],
    ['foundedOn', day(council.foundedOn)],
    ['confirmedOn', day(council.confirmedOn)],
    ['conductOn', day(council.conductOn)],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([fact, said]) => (
        <Fragment key={fact}>
          <dt>{t(`councils.${fact}`)}</dt>
          <dd>{said === null || said === '' ? <span className="quiet">{t('councils.unknown')}</span> : said}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
