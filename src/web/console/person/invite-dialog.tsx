// Invite one person to one role. The code is shown once, here, and nowhere again.
import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { inviteUser } from '../../../shared/contract/people.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { languages } from '../../../shared/domain/language.ts';
import { validities } from '../../../shared/domain/person.ts';
import { type Role, roleFacts, roles } from '../../../shared/domain/role.ts';
import { ask } from '../../kit/api.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh } from '../../kit/query.ts';
import { PlacePicker, PostPicker } from '../../kit/widgets/pickers.tsx';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import { FormTrouble } from '../../kit/widgets/trouble.tsx';
import { OneTimeCode } from './one-time-code.tsx';

type Invited = z.infer<typeof inviteUser.response>;
type Scope = { area?: AreaView; post?: { id: string; name: string }; language: string };

export function InviteDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const [role, setRole] = useState<Role>('coordinator');
  const [scope, setScope] = useState<Scope>({ language: 'vmw' });
  const [validDays, setValidDays] = useState<(typeof validities)[number]>(7);
  const [invited, setInvited] = useState<Invited>();
  const [trouble, setTrouble] = useState<unknown>();
  const kind = roleFacts[role].scope;
  const complete = { programme: true, area: scope.area !== undefined, post: scope.post !== undefined, language: true }[
    kind
  ];
  const invite = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTrouble(undefined);
    await ask('inviteUser', { body: { role, validDays, ...narrow(kind, scope) } }).then(setInvited, setTrouble);
    await refresh('listInvitations', 'listConfirmations', 'listTodos');
  };
  return (
    <Sheet onClose={onClose} title={t('people.invite')}>
      {invited === undefined ? (
        <form className="stack" onSubmit={(event) => void invite(event)}>
          <NativeSelect
            data-autofocus
            label={t('people.role')}
            description={t(`roleMeaning.${role}`)}
            value={role}
            onChange={(event) => setRole(roles.find((one) => one === event.currentTarget.value) ?? role)}
            data={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
          />
          <ScopeField kind={kind} scope={scope} setScope={setScope} />
          <NativeSelect
            label={t('people.validity')}
            value={String(validDays)}
            onChange={(event) => setValidDays(validities.find((one) => String(one) === event.currentTarget.value) ?? 7)}
            data={validities.map((count) => ({ value: String(count), label: t('people.validDays', { count }) }))}
          />
          {roleFacts[role].twoPeople ? <p className="quiet">{t('people.twoPeople')}</p> : null}
          <FormTrouble error={trouble} />
          <div className="row" style={{ justifyContent: 'flex-end' }}>
            <Button variant="default" onClick={onClose}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" disabled={!complete}>
              {t('people.makeCode')}
            </Button>
          </div>
        </form>
      ) : (
        <OneTimeCode given={invited} use={t('people.useOf.invitation')} onClose={onClose} />
      )}
    </Sheet>
  );
}

type Kind = (typeof roleFacts)[Role]['scope'];

function narrow(kind: Kind, scope: Scope): { areaId?: string; postId?: string; language?: string } {
  if (kind === 'area' && scope.area !== undefined) return { areaId: scope.area.id };
  if (kind === 'post' && scope.post !== undefined) return { postId: scope.post.id };
  return kind === 'language' ? { language: scope.language } : {};
}

function ScopeField({
  kind,
  scope,
  setScope,
}: {
  kind: Kind;
  scope: Scope;
  setScope: (scope: Scope) => void;
}): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  if (kind === 'programme') return <p className="quiet">{t('people.wholeProgramme')}</p>;
  if (kind === 'language') {
    return (
      <NativeSelect
        label={t('people.language')}
        value={scope.language}
        onChange={(event) => setScope({ ...scope, language: event.currentTarget.value })}
        data={languages.map((one) => ({ value: one, label: t(`language.${one}`) }))}
      />
    );
  }
  const chosen = kind === 'area' ? scope.area?.name : scope.post?.name;
  return (
    <div className="row">
      <span>{t(`people.${kind}`)}</span>
      <Button variant="default" onClick={() => setOpen(true)}>
        {chosen ?? t('marking.choose')}
      </Button>
      {open && kind === 'area' ? (
        <PlacePicker
          onClose={close}
          onPick={(area) => {
            setScope({ ...scope, area });
            close();
          }}
        />
      ) : null}
      {open && kind === 'post' ? (
        <PostPicker
          title={t('posts.search')}
          onClose={close}
          onPick={(id, name) => {
            setScope({ ...scope, post: { id, name } });
            close();
          }}
        />
      ) : null}
    </div>
  );
}
