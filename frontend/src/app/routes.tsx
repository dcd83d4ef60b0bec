import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { LoadingPage } from '../ui/Waiting';
import { CompanyScope } from './CompanyScope';
import { Gate, OpenGate } from './Gate';
import { NotFound, RouteError } from './RouteError';

const wait = <LoadingPage />;

const company: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('../screens/company/CompanyScreen')).CompanyScreen }),
  },
  {
    path: 'fornitori',
    lazy: async () => ({
      Component: (await import('../screens/suppliers/CompanySuppliersScreen')).CompanySuppliersScreen,
    }),
  },
  {
    path: 'autofatture',
    lazy: async () => ({ Component: (await import('../screens/documents/DocumentsScreen')).DocumentsScreen }),
  },
  {
    path: 'autofatture/carica',
    lazy: async () => ({ Component: (await import('../screens/upload/UploadScreen')).UploadScreen }),
  },
  {
    path: 'autofatture/:documentId',
    lazy: async () => ({ Component: (await import('../screens/review/DocumentScreen')).DocumentScreen }),
  },
];

const account: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('../screens/account/ProfileScreen')).ProfileScreen }),
  },
  {
    path: 'commercialista',
    lazy: async () => ({ Component: (await import('../screens/account/AccountantScreen')).AccountantScreen }),
  },
  {
    path: 'studio',
    lazy: async () => ({ Component: (await import('../screens/account/StudioScreen')).StudioScreen }),
  },
  {
    path: 'fornitori',
    lazy: async () => ({
      Component: (await import('../screens/suppliers/StudioSuppliersScreen')).StudioSuppliersScreen,
    }),
  },
  {
    path: 'fatture-in-cloud',
    lazy: async () => ({ Component: (await import('../screens/account/LinkScreen')).LinkScreen }),
  },
  {
    path: 'referral',
    lazy: async () => ({ Component: (await import('../screens/account/ReferralScreen')).ReferralScreen }),
  },
  {
    path: 'crediti',
    lazy: async () => ({ Component: (await import('../screens/account/CreditsScreen')).CreditsScreen }),
  },
  {
    path: 'sicurezza',
    lazy: async () => ({ Component: (await import('../screens/account/SecurityScreen')).SecurityScreen }),
  },
];

export const router = createBrowserRouter([
  {
    errorElement: <RouteError />,
    hydrateFallbackElement: wait,
    children: [
      {
        Component: OpenGate,
        children: [
          {
            path: 'accedi',
            lazy: async () => ({ Component: (await import('../screens/auth/LogInScreen')).LogInScreen }),
          },
          {
            path: 'iscriviti',
            lazy: async () => ({ Component: (await import('../screens/auth/SignUpScreen')).SignUpScreen }),
          },
          {
            path: 'conferma',
            lazy: async () => ({ Component: (await import('../screens/auth/ConfirmScreen')).ConfirmScreen }),
          },
          {
            path: 'password',
            lazy: async () => ({
              Component: (await import('../screens/auth/PasswordScreen')).PasswordScreen,
            }),
          },
        ],
      },
      {
        Component: Gate,
        children: [
          {
            path: 'fattureincloud/callback',
            lazy: async () => ({
              Component: (await import('../screens/callback/CallbackScreen')).CallbackScreen,
            }),
          },
          {
            lazy: async () => ({ Component: (await import('./shell/Shell')).Shell }),
            children: [
              {
                index: true,
                lazy: async () => ({ Component: (await import('../screens/home/HomeScreen')).HomeScreen }),
              },
              {
                path: 'benvenuto',
                lazy: async () => ({
                  Component: (await import('../screens/welcome/WelcomeScreen')).WelcomeScreen,
                }),
              },
              {
                path: 'prova',
                lazy: async () => ({ Component: (await import('../screens/review/DemoScreen')).DemoScreen }),
              },
              {
                path: 'autofatture',
                lazy: async () => ({
                  Component: (await import('../screens/documents/ChannelScreen')).ChannelScreen,
                }),
              },
              {
                path: 'da-fare',
                lazy: async () => ({ Component: (await import('../screens/home/InboxScreen')).InboxScreen }),
              },
              {
                path: 'carica',
                lazy: async () => ({
                  Component: (await import('../screens/upload/UploadScreen')).UploadScreen,
                }),
              },
              {
                path: 'esportazioni',
                lazy: async () => ({
                  Component: (await import('../screens/exports/ExportsScreen')).ExportsScreen,
                }),
              },
              {
                path: 'studio/invito',
                lazy: async () => ({
                  Component: (await import('../screens/account/AcceptScreen')).AcceptScreen,
                }),
              },
              { path: 'aziende', element: <Navigate to="/" replace /> },
              { path: 'aziende/:companyId', Component: CompanyScope, children: company },
              {
                path: 'account',
                lazy: async () => ({
                  Component: (await import('../screens/account/AccountLayout')).AccountLayout,
                }),
                children: account,
              },
              {
                path: 'guide',
                lazy: async () => ({
                  Component: (await import('../screens/guides/GuidesScreen')).GuidesScreen,
                }),
              },
              {
                path: 'guide/:slug',
                lazy: async () => ({
                  Component: (await import('../screens/guides/GuideScreen')).GuideScreen,
                }),
              },
              { path: '*', Component: NotFound },
            ],
          },
        ],
      },
    ],
  },
]);
