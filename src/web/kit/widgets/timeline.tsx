// What happened, in words, newest first: who (role, and name where allowed), when, with the facts that matter.
import type { ReactNode } from 'react';
import type { TimelineEntry } from '../../../shared/contract/shapes.ts';
import { useFormat } from '../format.ts';
import { useWords } from '../i18n.ts';
import { newestFirst } from '../newest-first.ts';
import { useTypes } from '../types.ts';
import look from './timeline.module.css';

/** Which fact of which event is told, and in which group of words it stands. Ids are never shown. */
const told: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'concern.held': { reasons: 'hold' },
  'concern.released': { by: 'by' },
  'concern.joined': { by: 'by' },
  'concern.typed': { to: 'TYPE' },
  'concern.laned': { to: 'lane' },
  'concern.answered': { answer: 'answer' },
  'concern.reopened': { solved: 'solved' },
  'concern.closed': { reason: 'closeReason' },
  'concern.escalated': { cause: 'cause' },
  'brief.cannot': { reason: 'cannot' },
  'brief.clock-missed': { clock: 'step' },
  'hand-over.refused': { cause: 'cause' },
  'answer.clear': { clear: 'clear' },
  'answer.solved': { solved: 'solved' },
  'danger.stepped': { rung: 'rung' },
  'command.confirmed': { verb: 'briefState' },
  'message.understood': { outcome: 'outcome' },
  'message.ended': { state: 'messageState' },
  'contact.changed': { change: 'contactChange' },
  'question.asked': { kind: 'question' },
  'question.expired': { kind: 'question' },
  'todo.opened': { kind: 'todo' },
  'call.ended': { outcome: 'call.outcome' },
  'user.invited': { role: 'role' },
  'user.joined': { role: 'role' },
  'session.opened': { role: 'role' },
};

export function useFactWords(): (entry: Pick<TimelineEntry, 'event' | 'facts'>) => string {
  const { t } = useWords();
  const { typeName } = useTypes();
  return ({ event, facts }) => {
    const parts = Object.entries(told[event] ?? {}).flatMap(([key, group]) => {
      const value = facts[key];
      if (value === undefined) return [];
      const codes = Array.isArray(value) ? value : [String(value)];
      return codes.map((code) => (group === 'TYPE' ? typeName(code) : t(`${group}.${code}`, { defaultValue: '' })));
    });
    return parts.filter((part) => part !== '').join(', ');
  };
}

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }): ReactNode {
  const format = useFormat();
  const newest = newestFirst(entries);
  const days = [...Map.groupBy(newest, (entry) => `${format.weekday(entry.at)}, ${format.date(entry.at)}`)];
  return (
    <div className="stack">
      {days.map(([day, lines]) => (
        <section key={day} aria-label={day} className="stack tight">
          <h4 className={look['day']}>{day}</h4>
          <ol className={look['line']}>
            {lines.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Entry({ entry }: { entry: TimelineEntry }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const words = useFactWords()(entry);
  const who = t(`role.${entry.role}`, { defaultValue: t('role.system') });
  return (
    <li className={look['entry']}>
      <p>
        {t(`event.${entry.event}`, { defaultValue: t('event.other') })}
        {words === '' ? null : <span className="quiet">: {words}</span>}
      </p>
      <p className="quiet small">
        <time dateTime={entry.at}>{format.time(entry.at)}</time> ·{' '}
        {entry.actorName === null ? who : `${entry.actorName} (${who})`}
      </p>
    </li>
  );
}
