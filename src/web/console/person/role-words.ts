// A role and what it is over, in the reader's language: "Coordenação · Pemba", "Escuta · Emakhuwa".
import { useWords } from '../../kit/i18n.ts';

export function useRoleWords(): (held: { role: string; scope: string }) => string {
  const { t } = useWords();
  return ({ role, scope }) =>
    scope === '' ? t(`role.${role}`) : `${t(`role.${role}`)} · ${t(`language.${scope}`, { defaultValue: scope })}`;
}
