// Every screen of the console: where it lives, what it is called, who sees it. A new screen is one file and one line here.
import {
  IconBroadcast,
  IconBuildingCommunity,
  IconChecklist,
  IconDeviceMobile,
  IconEar,
  IconFileImport,
  IconHeartHandshake,
  IconHistory,
  IconInbox,
  IconLifebuoy,
  IconListCheck,
  IconMap2,
  IconMapPin,
  IconMessages,
  IconPencilPlus,
  IconSunrise,
  IconToggleLeft,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { lazyRouteComponent } from '@tanstack/react-router';
import type { Role } from '../../shared/domain/role.ts';
import type { Screen } from './screen-list.ts';

export type { Screen } from './screen-list.ts';

export const screens = [
  {
    path: '/today',
    title: 'screen.today',
    icon: IconSunrise,
    roles: ['coordinator'],
    component: lazyRouteComponent(() => import('./screens/today.tsx'), 'TodayScreen'),
  },
  {
    path: '/concerns',
    title: 'screen.concerns',
    icon: IconInbox,
    roles: ['coordinator'],
    component: lazyRouteComponent(() => import('./screens/concerns.tsx'), 'ConcernsScreen'),
  },
  {
    path: '/map',
    title: 'screen.map',
    icon: IconMap2,
    roles: ['coordinator'],
    component: lazyRouteComponent(() => import('./screens/map.tsx'), 'MapScreen'),
  },
  {
    path: '/post',
    title: 'screen.post',
    icon: IconListCheck,
    roles: ['post-commander', 'district-commander'],
    component: lazyRouteComponent(() => import('./screens/post.tsx'), 'PostScreen'),
  },
  {
    path: '/own-posts',
    title: 'screen.ownPosts',
    icon: IconBuildingCommunity,
    roles: ['district-commander'],
    component: lazyRouteComponent(() => import('./screens/own-posts.tsx'), 'OwnPostsScreen'),
  },
  {
    path: '/caseload',
    title: 'screen.caseload',
    icon: IconLifebuoy,
    roles: ['protection-officer'],
    component: lazyRouteComponent(() => import('./screens/caseload.tsx'), 'CaseloadScreen'),
  },
  {
    path: '/listening',
    title: 'screen.listening',
    icon: IconEar,
    roles: ['listener'],
    component: lazyRouteComponent(() => import('./screens/listening.tsx'), 'ListeningScreen'),
  },
  {
    path: '/journal',
    title: 'screen.journal',
    icon: IconHistory,
    roles: ['auditor'],
    component: lazyRouteComponent(() => import('./screens/journal.tsx'), 'JournalScreen'),
  },
  {
    path: '/people',
    title: 'screen.people',
    icon: IconUsers,
    roles: ['administrator', 'auditor', 'protection-officer'],
    component: lazyRouteComponent(() => import('./screens/people.tsx'), 'PeopleScreen'),
  },
  {
    path: '/councils',
    title: 'screen.councils',
    icon: IconUsersGroup,
    roles: ['coordinator'],
    component: lazyRouteComponent(() => import('./screens/councils.tsx'), 'CouncilsScreen'),
  },
  {
    path: '/posts',
    title: 'screen.posts',
    icon: IconBuildingCommunity,
    roles: ['coordinator', 'administrator'],
    component: lazyRouteComponent(() => import('./screens/posts.tsx'), 'PostsScreen'),
  },
  {
    path: '/todos',
    title: 'screen.todos',
    icon: IconChecklist,
    roles: ['coordinator', 'protection-officer', 'administrator'],
    component: lazyRouteComponent(() => import('./screens/todos.tsx'), 'TodosScreen'),
  },
  {
    path: '/entries',
    title: 'screen.entries',
    icon: IconPencilPlus,
    roles: ['coordinator', 'protection-officer', 'listener'],
    component: lazyRouteComponent(() => import('./screens/entries.tsx'), 'EntriesScreen'),
  },
  {
    path: '/imports',
    title: 'screen.imports',
    icon: IconFileImport,
    roles: ['coordinator', 'administrator'],
    component: lazyRouteComponent(() => import('./screens/imports.tsx'), 'ImportsScreen'),
  },
  {
    path: '/places',
    title: 'screen.places',
    icon: IconMapPin,
    roles: ['coordinator'],
    component: lazyRouteComponent(() => import('./screens/places.tsx'), 'PlacesScreen'),
  },
  {
    path: '/types',
    title: 'screen.types',
    icon: IconToggleLeft,
    roles: ['coordinator', 'protection-officer', 'administrator'],
    component: lazyRouteComponent(() => import('./screens/types.tsx'), 'TypesScreen'),
  },
  {
    path: '/referral-services',
    title: 'screen.referralServices',
    icon: IconHeartHandshake,
    roles: ['protection-officer', 'administrator'],
    component: lazyRouteComponent(() => import('./screens/recipients.tsx'), 'ReferralServicesScreen'),
  },
  {
    path: '/texts',
    title: 'screen.texts',
    icon: IconMessages,
    roles: ['coordinator', 'administrator'],
    component: lazyRouteComponent(() => import('./screens/texts.tsx'), 'TextsScreen'),
  },
  {
    path: '/gateways',
    title: 'screen.gateways',
    icon: IconBroadcast,
    roles: ['administrator', 'auditor'],
    component: lazyRouteComponent(() => import('./screens/gateways.tsx'), 'GatewaysScreen'),
  },
  {
    path: '/handsets',
    title: 'screen.handsets',
    icon: IconDeviceMobile,
    roles: ['administrator', 'coordinator'],
    demonstrationOnly: true,
    component: lazyRouteComponent(() => import('./screens/handsets.tsx'), 'HandsetsScreen'),
  },
] as const satisfies readonly Screen[];

/** The code of the screen at this address; what cannot be had now is asked for again, and refused, where the screen is shown. */
export async function preloadScreen(path: string): Promise<void> {
  const all: readonly Screen[] = screens;
  const screen = all.find((one) => one.path === path);
  await screen?.component.preload?.()?.catch(() => undefined);
}

/** The screens of one role, its first one being where it starts. */
export function screensOf(role: Role, demonstration: boolean): readonly Screen[] {
  const all: readonly Screen[] = screens;
  return all.filter((screen) => screen.roles.includes(role) && (demonstration || screen.demonstrationOnly !== true));
}
