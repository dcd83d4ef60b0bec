import {
  Building2,
  FileStack,
  House,
  Inbox,
  PackageOpen,
  BookOpen,
  Upload,
  UserRound,
  type LucideIcon,
} from 'lucide-react';
import type { CompanyName } from '../../api/types';
import type { Key } from '../../i18n/I18n';

export interface Place {
  to: string;
  label: Key;
  icon: LucideIcon;
  /** Whether the place is the current one, beyond the exact address. */
  covers: (path: string) => boolean;
}

/** The places of the navigation, which differ a little for a studio and for a company. */
export function places(company: CompanyName | null, accountant: boolean): Place[] {
  const documents = company ? `/aziende/${company.company_id}/autofatture` : '/autofatture';
  return [
    {
      to: '/',
      label: accountant ? 'nav.home' : 'nav.homeClient',
      icon: House,
      covers: (path) => path === '/' || path === '/benvenuto',
    },
    ...(accountant
      ? [
          {
            to: '/da-fare',
            label: 'nav.inbox' as Key,
            icon: Inbox,
            covers: (path: string) => path === '/da-fare',
          },
        ]
      : []),
    {
      to: documents,
      label: 'nav.documents',
      icon: FileStack,
      covers: (path) => path.includes('/autofatture') && !path.endsWith('/carica') && path !== '/prova',
    },
    {
      to: accountant || !company ? '/carica' : `${documents}/carica`,
      label: 'nav.upload',
      icon: Upload,
      covers: (path) => path.endsWith('/carica'),
    },
    {
      to: '/esportazioni',
      label: 'nav.exports',
      icon: PackageOpen,
      covers: (path) => path === '/esportazioni',
    },
    ...(company
      ? [
          {
            to: `/aziende/${company.company_id}`,
            label: 'nav.company' as Key,
            icon: Building2,
            covers: (path: string) => /^\/aziende\/[^/]+$/.test(path),
          },
        ]
      : []),
    { to: '/guide', label: 'nav.guides', icon: BookOpen, covers: (path) => path.startsWith('/guide') },
    { to: '/account', label: 'nav.account', icon: UserRound, covers: (path) => path.startsWith('/account') },
  ];
}
