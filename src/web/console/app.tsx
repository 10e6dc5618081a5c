// Routes of the console, made from the list of screens; every one behind the sign-in and open to its roles only.
import { createRootRoute, createRoute, createRouter, Navigate, RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { readQuery, writeQuery } from '../kit/query-text.ts';
import { useSession } from '../kit/session.ts';
import { Trouble } from '../kit/widgets/trouble.tsx';
import { Waiting } from '../kit/widgets/waiting.tsx';
import { Nowhere } from './nowhere.tsx';
import { type Screen, screens, screensOf } from './screens.ts';
import { Shell } from './shell.tsx';
import { SessionGate } from './sign-in/session-gate.tsx';

const root = createRootRoute({
  component: () => (
    <SessionGate>
      <Shell />
    </SessionGate>
  ),
  notFoundComponent: () => <Nowhere why="unknown" />,
});

const all: readonly Screen[] = screens;
const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: Home }),
  ...all.map((screen) =>
    createRoute({ getParentRoute: () => root, path: screen.path, component: () => <Guarded screen={screen} /> }),
  ),
];

const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch: readQuery,
  stringifySearch: writeQuery,
  defaultErrorComponent: ({ error }) => <Trouble error={error} retry={() => globalThis.location.reload()} />,
  defaultPendingComponent: () => <Waiting />,
});

export function App(): ReactNode {
  return <RouterProvider router={router} />;
}

function Home(): ReactNode {
  const session = useSession();
  const first = screensOf(session.grant.role, session.programme.demonstration)[0];
  return first === undefined ? null : <Navigate to={first.path} replace />;
}

function Guarded({ screen }: { screen: Screen }): ReactNode {
  const session = useSession();
  const mine = screensOf(session.grant.role, session.programme.demonstration);
  return mine.includes(screen) ? <screen.component /> : <Nowhere why="otherRole" />;
}
