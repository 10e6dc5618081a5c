// "View as": the screens of a role, what it sees and does by matter and why, and what its class may read in the database at all.
// Rights only; nobody's data is opened (decision 0053).
import { NativeSelect } from '@mantine/core';
import { IconEye, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RoleSight } from '../../../shared/contract/sight.ts';
import { type Role, roles } from '../../../shared/domain/role.ts';
import { useAddress } from '../../kit/address.ts';
import { useHelpText } from '../../kit/help-texts.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { type Screen, useScreensOf } from '../screen-list.ts';
import { ReachMarks } from './reach-marks.tsx';
import { SightTable } from './sight-table.tsx';

export function Sight(): ReactNode {
  const { t } = useWords();
  const { values, change } = useAddress();
  const sight = useAsk('getSight', {}, { staleTime: 600_000 });
  const role = roles.find((one) => one === values['as']);
  if (sight.isPending) return <Waiting rows={6} height={52} />;
  if (sight.isError) return <Trouble error={sight.error} retry={() => void sight.refetch()} />;
  const one = sight.data.roles.find((each) => each.role === role);
  return (
    <div className="stack wide">
      <p className="quiet">{t('sight.intro')}</p>
      <NativeSelect
        label={t('sight.as')}
        description={role === undefined ? undefined : t(`roleMeaning.${role}`)}
        value={role ?? ''}
        onChange={(event) => change({ as: event.currentTarget.value || undefined }, { replace: true })}
        data={[
          { value: '', label: t('sight.everybody') },
          ...roles.map((each) => ({ value: each, label: t(`role.${each}`) })),
        ]}
      />
      {one === undefined ? <SightTable all={sight.data.roles} /> : <OneRole one={one} />}
    </div>
  );
}

function OneRole({ one }: { one: RoleSight }): ReactNode {
  const { t } = useWords();
  const screens = useScreensOf()(one.role);
  return (
    <>
      <Section level={2} title={t('sight.screens')}>
        <ul className="plain-list stack tight">
          {screens.map((screen) => (
            <ScreenLine key={screen.path} screen={screen} />
          ))}
        </ul>
      </Section>
      <Section level={2} title={t('sight.matters')}>
        <ul className="plain-list card" style={{ padding: '4px 16px' }}>
          {one.matters.map((line) => (
            <MatterLine key={line.matter} role={one.role} line={line} />
          ))}
        </ul>
      </Section>
      <Section level={2} title={t('sight.columns')} hint={t('sight.columnsHint')}>
        <ul className="plain-list card" style={{ padding: '4px 16px' }}>
          {one.reads.map(({ holding, may }) => (
            <li key={holding} className="row apart" style={{ padding: '8px 0' }}>
              <span className="grow">{t(`holding.${holding}`)}</span>
              <span className={`mark ${may ? 'plain' : 'good'}`}>
                {may ? <IconEye size={16} aria-hidden /> : <IconLock size={16} aria-hidden />}
                {t(may ? 'sight.onlyOwnRows' : 'sight.closed')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function ScreenLine({ screen }: { screen: Screen }): ReactNode {
  const { t } = useWords();
  const text = useHelpText(screen.path);
  return (
    <li className="card row" style={{ padding: '10px 14px', flexWrap: 'nowrap' }}>
      <screen.icon size={22} stroke={1.6} aria-hidden style={{ flex: 'none' }} />
      <div className="grow">
        <strong>{t(screen.title)}</strong>
        <div className="quiet small">{text?.for}</div>
      </div>
    </li>
  );
}

function MatterLine({ role, line }: { role: Role; line: RoleSight['matters'][number] }): ReactNode {
  const { t } = useWords();
  const never = line.sees === '-' && line.does === '-';
  const widest = line.sees === 'all' || line.does === 'all' ? 'all' : 'own';
  return (
    <li style={{ padding: '10px 0' }}>
      <div className="row apart">
        <strong className="grow">{t(`matter.${line.matter}`)}</strong>
        <ReachMarks sees={line.sees} does={line.does} />
      </div>
      <div className="quiet small">
        {never ? t(`matterNever.${line.matter}`) : t(widest === 'all' ? 'sight.whyAll' : `sightOwn.${role}`)}
      </div>
    </li>
  );
}
