// Two taps answer: Seen, Going, Done, or Cannot and why. An offered matter is accepted or refused first.
import { Button } from '@mantine/core';
import { IconArrowsLeftRight, IconCheck, IconEye, IconRun, IconX, type TablerIcon } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { BriefRow } from '../../../shared/contract/briefs.ts';
import { type BriefState, type CannotReason, cannotReasons, mayMoveBrief } from '../../../shared/domain/concern.ts';
import { acts } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { PostPicker } from '../../kit/widgets/pickers.tsx';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import { type BriefDeeds, useBriefDeeds } from './use-brief-deeds.ts';

type Step = { to: BriefState; deed: 'see' | 'go' | 'finish'; icon: TablerIcon };
const steps: readonly Step[] = [
  { to: 'seen', deed: 'see', icon: IconEye },
  { to: 'going', deed: 'go', icon: IconRun },
  { to: 'done', deed: 'finish', icon: IconCheck },
];

export function BriefAnswers({ brief }: { brief: BriefRow }): ReactNode {
  const { t } = useWords();
  const deeds = useBriefDeeds(brief);
  const busy = acts.use()[brief.id]?.state === 'sending';
  if (brief.offeredToMe) {
    return (
      <div className="row">
        <Button disabled={busy} onClick={() => void deeds.accept()}>
          {t('post.accept')}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => void deeds.refuse()}>
          {t('post.refuse')}
        </Button>
      </div>
    );
  }
  const possible = steps.filter((step) => mayMoveBrief(brief.state, step.to));
  return (
    <div className="row">
      {possible.map((step, index) => (
        <Button
          key={step.to}
          size="md"
          disabled={busy}
          variant={index === 0 ? 'filled' : 'default'}
          leftSection={<step.icon size={18} aria-hidden />}
          onClick={() => void deeds[step.deed]()}
        >
          {t(`briefDeed.${step.to}`)}
        </Button>
      ))}
      {mayMoveBrief(brief.state, 'cannot') ? <Cannot busy={busy} deeds={deeds} /> : null}
      {mayMoveBrief(brief.state, 'handed-over') ? <HandOver brief={brief} busy={busy} deeds={deeds} /> : null}
    </div>
  );
}

/** The second tap of "cannot": why. A lack of fuel or people goes upwards as a need, not as a failure. */
function Cannot({ busy, deeds }: { busy: boolean; deeds: BriefDeeds }): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const decline = (reason: CannotReason): void => {
    setOpen(false);
    void deeds.decline(reason);
  };
  return (
    <>
      <Button
        size="md"
        variant="default"
        disabled={busy}
        leftSection={<IconX size={18} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('briefDeed.cannot')}
      </Button>
      {open ? (
        <Sheet title={t('post.why')} size="md" onClose={() => setOpen(false)}>
          <div className="stack" style={{ gap: 8 }}>
            {cannotReasons.map((reason) => (
              <Button key={reason} size="md" variant="default" justify="flex-start" onClick={() => decline(reason)}>
                {t(`cannot.${reason}`)}
              </Button>
            ))}
          </div>
        </Sheet>
      ) : null}
    </>
  );
}

function HandOver({ brief, busy, deeds }: { brief: BriefRow; busy: boolean; deeds: BriefDeeds }): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="md"
        variant="subtle"
        disabled={busy}
        leftSection={<IconArrowsLeftRight size={18} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('post.handOver')}
      </Button>
      {open ? (
        <PostPicker
          title={t('post.handOverTo')}
          areaId={brief.area?.id}
          except={brief.postId}
          onClose={() => setOpen(false)}
          onPick={(id, name) => {
            setOpen(false);
            void deeds.handOver(id, name);
          }}
        />
      ) : null}
    </>
  );
}
