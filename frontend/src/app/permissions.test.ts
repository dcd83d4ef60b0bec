import { describe, expect, it } from 'vitest';
import type { Role, User } from '../api/types';
import {
  canApprove,
  canChooseStudio,
  canManageCompany,
  canManageStudio,
  needsSecondFactor,
} from './permissions';

const member = (role: Role | null, mfa = true) =>
  ({ mfa, studio: role ? { studio_id: 's', name: 'S', role } : null }) as User;

describe('what the screens offer', () => {
  it.each([
    ['titolare', 'cliente', true],
    ['collaboratore', 'cliente', true],
    ['praticante', 'cliente', false],
    ['praticante', 'own', true],
    [null, 'own', true],
    [null, 'cliente', false],
  ] as const)('%s on a company reached as %s: may approve %s', (role, basis, may) => {
    expect(canApprove(member(role), basis)).toBe(may);
  });

  it('clients’ companies need the second factor, one’s own does not', () => {
    expect(needsSecondFactor(member('titolare', false), 'cliente')).toBe(true);
    expect(needsSecondFactor(member('titolare', true), 'cliente')).toBe(false);
    expect(needsSecondFactor(member(null, false), 'own')).toBe(false);
  });

  it('settings and people are the titolare’s, the choice of the studio the owner’s', () => {
    expect(canManageStudio(member('titolare'))).toBe(true);
    expect(canManageStudio(member('collaboratore'))).toBe(false);
    expect(canManageCompany(member('collaboratore'), 'cliente')).toBe(false);
    expect(canManageCompany(member(null), 'own')).toBe(true);
    expect(canChooseStudio('own')).toBe(true);
    expect(canChooseStudio('studio')).toBe(false);
  });
});
