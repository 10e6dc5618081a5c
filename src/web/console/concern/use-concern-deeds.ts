// Everything that can be done to one concern, each shown at once and undone within ten seconds.

import type { ConcernRow } from '../../../shared/contract/concerns.ts';
import type { RouteName } from '../../../shared/contract/index.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import type { AnswerCode } from '../../../shared/domain/answer.ts';
import type { ConsentAnswer } from '../../../shared/domain/consent.ts';
import type { Lane } from '../../../shared/domain/lane.ts';
import { ask } from '../../kit/api.ts';
import { useDeed } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { useTypes } from '../../kit/types.ts';

const refreshes: readonly RouteName[] = ['listConcerns', 'countConcerns', 'getConcern', 'listTodos'];

export type ConcernDeeds = {
  release: (change?: { narrative?: string; postId?: string }) => Promise<boolean>;
  type: (typeCode: string) => Promise<boolean>;
  place: (area: AreaView) => Promise<boolean>;
  lane: (lane: Lane) => Promise<boolean>;
  merge: (into: ConcernRow) => Promise<boolean>;
  keepApart: (other: ConcernRow) => Promise<boolean>;
  split: (reportId: string) => Promise<boolean>;
  escalate: () => Promise<boolean>;
  answer: (answer: AnswerCode) => Promise<boolean>;
  takeDanger: () => Promise<boolean>;
  refer: (body: string, consent: 'given' | 'not-needed') => Promise<boolean>;
  recordConsent: (answer: ConsentAnswer) => Promise<boolean>;
  acceptReferral: (referralId: string) => Promise<boolean>;
};

/** `onDone`: the concern is settled for now, and the next may be looked at while the server is still told. */
export function useConcernDeeds(concern: Pick<ConcernRow, 'id' | 'ref'>, onDone?: () => void): ConcernDeeds {
  const { t } = useWords();
  const { typeName } = useTypes();
  const { act } = useDeed();
  const params = { id: concern.id };
  const perform = (label: string, send: () => Promise<unknown>): Promise<boolean> =>
    act({ subjectId: concern.id, label, send, refreshes });
  const settle: typeof perform = (label, send) => {
    onDone?.();
    return perform(label, send);
  };
  return {
    release: (change = {}) =>
      settle(t('deed.released', { ref: concern.ref }), () => ask('releaseConcern', { params, body: change })),
    type: (typeCode) =>
      perform(t('deed.typed', { type: typeName(typeCode) }), () => ask('typeConcern', { params, body: { typeCode } })),
    place: (area) =>
      perform(t('deed.placed', { place: area.name }), () => ask('placeConcern', { params, body: { areaId: area.id } })),
    lane: (lane) =>
      settle(t('deed.laned', { lane: t(`lane.${lane}`) }), () => ask('laneConcern', { params, body: { lane } })),
    merge: (into) =>
      settle(t('deed.merged', { ref: into.ref }), () => ask('mergeConcern', { params, body: { into: into.id } })),
    keepApart: (other) =>
      perform(t('deed.keptApart', { ref: other.ref }), () => ask('keepApart', { params, body: { otherId: other.id } })),
    split: (reportId) => perform(t('deed.split'), () => ask('splitTelling', { params: { ...params, reportId } })),
    escalate: () => settle(t('deed.escalated'), () => ask('escalateConcern', { params })),
    answer: (answer) =>
      settle(t('deed.answered', { answer: t(`answer.${answer}`) }), () =>
        ask('answerConcern', { params, body: { answer } }),
      ),
    takeDanger: () => perform(t('deed.dangerTaken'), () => ask('answerDanger', { params })),
    refer: (body, consent) =>
      perform(t('deed.referred', { body }), () => ask('referConcern', { params, body: { body, consent } })),
    recordConsent: (answer) =>
      perform(t(`deed.consent.${answer}`), () => ask('recordConsent', { params, body: { answer } })),
    acceptReferral: (id) => perform(t('deed.referralAccepted'), () => ask('acceptReferral', { params: { id } })),
  };
}
