import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
// The one of react-router alone knows no flushSync.
import { RouterProvider } from 'react-router/dom';
import { I18nProvider } from '../i18n/I18n';
import { Toasts } from '../ui/Toasts';
import { queryClient } from './queryClient';
import { router } from './routes';
import { theme } from './theme';

const schemes = localStorageColorSchemeManager({ key: 'autofatture.scheme' });

export function App() {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={schemes}
      // Both would write style elements, which the CSP refuses: the variables are a file of the build.
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <I18nProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Toasts />
        </QueryClientProvider>
      </I18nProvider>
    </MantineProvider>
  );
}
