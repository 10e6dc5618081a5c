// Types by class: how each stands in the area, who answers, who said so; one or a whole class is turned.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import type { TypeStateView } from '../../../shared/contract/type-switches.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useTypes } from '../../kit/types.ts';
import { ActBadge } from '../../kit/widgets/act-badge.tsx';
import { LaneTag } from '../concern/lane-tag.tsx';
import { Missing } from './missing.tsx';
import { standingOf, type Turning } from './standing.ts';

type Props = { types: readonly TypeStateView[]; area: AreaView; onTurn: (turning: Turning) => void };

export function TypeTable({ types, area, onTurn }: Props): ReactNode {
  const { t } = useWords();
  const classes = [...new Set(types.map(({ code }) => code.slice(0, 1)))];
  if (types.length === 0) return null;
  return (
    <table className="grid fold">
      <thead>
        <tr>
          <th scope="col">{t('types.type')}</th>
          <th scope="col">{t('types.stands')}</th>
          <th scope="col">{t('types.whoAnswers')}</th>
          <th scope="col">{t('people.deeds')}</th>
        </tr>
      </thead>
      {classes.map((code) => (
        <ClassRows
          key={code}
          code={code}
          types={types.filter((type) => type.code.startsWith(code))}
          area={area}
          onTurn={onTurn}
        />
      ))}
    </table>
  );
}

function ClassRows({ code, types, area, onTurn }: Props & { code: string }): ReactNode {
  const { t } = useWords();
  const name = t(`typeClass.${code}`);
  const own = types.filter(({ mayChange }) => mayChange);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {name}
        </th>
        <td>
          {own.length < 2 ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('types.changeClass', { what: name })}
              onClick={() => onTurn({ name, types: own })}
            >
              {t('types.wholeClass')}
            </Button>
          )}
        </td>
      </tr>
      {types.map((type) => (
        <TypeRow key={type.code} type={type} area={area} onTurn={onTurn} />
      ))}
    </tbody>
  );
}

type RowProps = { type: TypeStateView; area: AreaView; onTurn: Props['onTurn'] };

function TypeRow({ type, area, onTurn }: RowProps): ReactNode {
  const { t } = useWords();
  const { types, typeName } = useTypes();
  const lane = types.find(({ code }) => code === type.code)?.lane ?? 'ordinary';
  const name = typeName(type.code);
  return (
    <tr>
      <td>
        <div className="row" style={{ gap: '2px 8px' }}>
          <span>
            <span className="ref">{type.code}</span> {name}
          </span>
          <LaneTag lane={lane} />
          <ActBadge subjectId={`type-${type.code}`} />
        </div>
      </td>
      <td>
        <Stands type={type} area={area} />
      </td>
      <td className="small">
        <Answering type={type} />
      </td>
      <td>
        {type.mayChange ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('types.changeOf', { what: name })}
            onClick={() => onTurn({ name, types: [type] })}
          >
            {t('types.change')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

const tags = { asked: 'tag good', off: 'tag', unanswered: 'tag warn' } as const;

function Stands({ type, area }: Pick<RowProps, 'type' | 'area'>): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const standing = standingOf(type);
  const { setIn, said, next } = type;
  const here = setIn?.id === area.id ? said : null;
  return (
    <div className="stack tight">
      <div className="row" style={{ gap: 6 }}>
        <span className={tags[standing]}>{t(`types.standing.${standing}`)}</span>
        {type.state === 'on-without-police' ? <span className="tag">{t('types.withoutPolice')}</span> : null}
      </div>
      {type.lostAt === null ? null : (
        <span className="small">{t('types.lost', { when: format.date(type.lostAt) })}</span>
      )}
      {here === null ? null : (
        <span className="quiet small">
          {t('duty.changed', { who: here.by ?? t('posts.colleague'), when: format.moment(here.at) })}
        </span>
      )}
      {setIn === null || here !== null ? null : (
        <span className="quiet small">{t('types.asIn', { area: setIn.name })}</span>
      )}
      {next === null ? null : (
        <span className="small">
          {t('types.next', { word: t(`types.word.${next.word}`), when: format.date(next.from) })}
        </span>
      )}
    </div>
  );
}

/** Posts by name; of the directory only that somebody is there. */
function Answering({ type }: { type: TypeStateView }): ReactNode {
  const { t } = useWords();
  const { posts, morePosts, answered, answeredBy } = type;
  // Of a whole province the names of three say nothing; how many there are does.
  if (morePosts > posts.length) return t('types.manyPosts', { count: posts.length + morePosts });
  if (morePosts > 0) return t('types.andMore', { posts: posts.join(', '), count: morePosts });
  if (posts.length > 0) return posts.join(', ');
  if (answered) return t(answeredBy.includes('coordinator') ? 'types.byCoordinator' : 'types.byService');
  return <Missing type={type} />;
}
