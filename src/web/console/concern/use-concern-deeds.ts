// Everything that can be done to one concern, each shown at once and undone within ten seconds.

import type { ConcernRow } from '../../../shared/contract/concerns.ts';
import type { RouteName } from '../../../shared/contract/index.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import type { AnswerCode } from '../../../shared/domain/answer.ts';
import type { ConsentAnswer } from '../../../shared/domain/consent.ts';
import type { Lane } from '../../../shared/domain/lane.ts';
import type { DeclineReason, ReferralStep } from '../../../shared/domain/referral.ts';
import { ask } from '../../kit/api.ts';
import { useDeed } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { useTypes } from '../../kit/types.ts';

const refreshes: readonly RouteName[] = ['listConcerns', 'countConcerns', 'getConcern', 'listTodos'];

type ReferralMove = { step: Exclude<ReferralStep, 'declined'> } | { step: 'declined'; reason: DeclineReason };

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
  /** `send` false: offered to her, nothing has left. */
  refer: (service: { id: string; name: string }, send: boolean) => Promise<boolean>;
  recordConsent: (answer: ConsentAnswer) => Promise<boolean>;
  moveReferral: (referralId: string, move: ReferralMove) => Promise<boolean>;
};

/** `onDone`: the concern is settled for now, and the next may be looked at while the server is still told. */
export function useConcernDeeds(concern: Pick<ConcernRow, 'id' | 'ref'>, onDone?: () => void): ConcernDeeds {
  const { t } = useWords();
  const { typeName } = useTypes();
  const { act } = useDeed();
  const params = { id: concern.id };
  const perform = (label: string, send: () => Promise<unknown>): Promise<boolean> =>
    act({ subjectId: concern.id, about: concern.ref, label, send, refreshes });
  const settle: typeof perform = (label, send) => {
    onDone?.();
    return perform(label, send);
  };
  return {
    release: (change = {}) => settle(t('deed.released'), () => ask('releaseConcern', { params, body: change })),
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
    refer: ({ id, name }, send) =>
      perform(t(send ? 'deed.referred' : 'deed.offered', { body: name }), () =>
        ask('referConcern', { params, body: { serviceId: id, send } }),
      ),
    recordConsent: (answer) =>
      perform(t(`deed.consent.${answer}`), () => ask('recordConsent', { params, body: { answer } })),
    moveReferral: (id, move) =>
      perform(t(`deed.referral.${move.step}`), () => ask('moveReferral', { params: { id }, body: move })),
  };
}
