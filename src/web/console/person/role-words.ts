// A role and what it is over, in the reader's language: "Coordenação · Pemba", "Escuta · Emakhuwa".
import { useTranslation } from 'react-i18next';

export function useRoleWords(): (held: { role: string; scope: string }) => string {
  const { t } = useTranslation();
  return ({ role, scope }) =>
    scope === '' ? t(`role.${role}`) : `${t(`role.${role}`)} · ${t(`language.${scope}`, { defaultValue: scope })}`;
}
