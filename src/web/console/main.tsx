// Start of the console in the browser.
import '../kit/jitless.ts';
import '../kit/styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ask } from '../kit/api.ts';
import { beginWords } from '../kit/i18n.ts';
import { readNonce } from '../kit/nonce.ts';
import { queryClient } from '../kit/query.ts';
import { resolver, theme } from '../kit/theme.ts';
import { ToastRegion } from '../kit/widgets/toast-region.tsx';
import { App } from './app.tsx';

async function begin(root: HTMLElement): Promise<void> {
  // The programme says in which language to greet; without an answer we greet in Portuguese.
  const programme = await ask('getProgramme', {}).catch(() => undefined);
  await beginWords(programme?.locale ?? 'pt');
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolver}
        defaultColorScheme="auto"
        getStyleNonce={readNonce}
      >
        <QueryClientProvider client={queryClient}>
          <App />
          <ToastRegion />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root !== null) void begin(root);
