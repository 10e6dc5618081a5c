// Draws the console once all that its first page needs is here.
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ask } from '../kit/api.ts';
import { beginWords, Speaking } from '../kit/i18n.ts';
import { readNonce } from '../kit/nonce.ts';
import { queryClient } from '../kit/query.ts';
import { readSession } from '../kit/session.ts';
import { resolver, theme } from '../kit/theme.ts';
import { ToastRegion } from '../kit/widgets/toast-region.tsx';
import { App } from './app.tsx';
import { preloadScreen } from './screens.ts';
import { preloadEntryPage } from './sign-in/session-gate.tsx';

export async function start(root: HTMLElement): Promise<void> {
  // All that the first page waits for is fetched side by side: who is signed in, the words, the screen of this address.
  const greeting = ask('getProgramme', {}).then(
    (programme) => programme.locale,
    () => 'pt' as const,
  );
  const entering = readSession().then((known) => (known ? undefined : preloadEntryPage()));
  await Promise.all([beginWords(greeting), entering, preloadScreen(globalThis.location.pathname)]);
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolver}
        defaultColorScheme="auto"
        getStyleNonce={readNonce}
      >
        <QueryClientProvider client={queryClient}>
          <Speaking>
            <App />
            <ToastRegion />
          </Speaking>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
