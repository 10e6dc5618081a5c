// What a screen is, and the screens of any role, handed down by the frame: a screen that shows them cannot import the list it stands in.
import type { TablerIcon } from '@tabler/icons-react';
import type { RouteComponent } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import type { Role } from '../../shared/domain/role.ts';

export type Screen = {
  path: string;
  title: string;
  icon: TablerIcon;
  roles: readonly Role[];
  demonstrationOnly?: true;
  component: RouteComponent;
};

type ScreensOf = (role: Role) => readonly Screen[];
export const ScreenListContext = createContext<ScreensOf>(() => []);
export const useScreensOf = (): ScreensOf => useContext(ScreenListContext);
