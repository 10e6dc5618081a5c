// For every route of the registry: a council of hers, one of the neighbours', and a body.
import { newId } from '../../../src/shared/kit/ids.ts';
import { dayAhead } from '../../day.ts';
import { alone, type Objects, type Prepare, withBody } from './matrix-try.ts';
import { MACOMIA, PEMBA, type ProtectionWorld } from './protection-world.ts';

const said = {
  name: 'Conselho',
  meetingPlace: null,
  languages: [],
  size: null,
  foundedOn: null,
  confirmedOn: null,
  conductOn: null,
};

export function councilObjects({ sql }: ProtectionWorld): Objects {
  const council = async (areaId: string): Promise<string> => {
    const id = newId('council');
    await sql.query(
      `with made as (insert into know_council (id, name, area_id, scope_id, status, created_at)
         values ($1, 'Conselho', $2, $2, 'proposed', now()) returning id)
       insert into know_council_status (id, council_id, status, since, area_id, said_at)
         select $3, id, 'proposed', date '2026-01-01', $2, now() from made`,
      [id, areaId, newId('councilStatus')],
    );
    return id;
  };
  const ofCouncil =
    (body?: object): Prepare =>
    async () => ({
      id: await council(PEMBA),
      others: [await council(MACOMIA)],
      ...(body ? { body } : {}),
    });
  const since = dayAhead(0);
  return {
    listCouncils: alone,
    getCouncilGrowth: alone,
    getCouncil: ofCouncil(),
    proposeCouncil: withBody({ ...said, areaId: PEMBA, since }),
    changeCouncil: ofCouncil(said),
    setCouncilStatus: ofCouncil({ status: 'established', since, reason: 'act-signed' }),
  };
}
