import type { Software } from '../../api/types';

/** Accounting packages in the order in which they are offered. */
export const SOFTWARE: Software[] = [
  'nessuno',
  'teamsystem',
  'zucchetti',
  'profis',
  'bluenext',
  'danea',
  'altro',
];
