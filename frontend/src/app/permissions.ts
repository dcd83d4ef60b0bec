/** What the screens offer to whom. The server decides; this only avoids offering what it would refuse. */
import type { Basis, User } from '../api/types';

/** A *praticante* prepares and does not send, unless the company is their own. */
export function canApprove(user: User, basis: Basis | null): boolean {
  if (basis === 'own') return true;
  return user.studio !== null && user.studio.role !== 'praticante';
}

/** Acting on another's company needs a second factor in this session. */
export function needsSecondFactor(user: User, basis: Basis | null): boolean {
  return basis !== null && basis !== 'own' && !user.mfa;
}

export function canManageStudio(user: User): boolean {
  return user.studio?.role === 'titolare';
}

/** Settings of a company: its owner, or the *titolare* of the studio that works on it. */
export function canManageCompany(user: User, basis: Basis | null): boolean {
  return basis === 'own' || canManageStudio(user);
}

/** The choice of the accountant is the owner's alone. */
export function canChooseStudio(basis: Basis): boolean {
  return basis === 'own';
}
