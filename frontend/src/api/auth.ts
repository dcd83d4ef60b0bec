/** Sign-up, log-in and the safety of the account. */
import { call, get, patch, post } from './client';
import type { LogInAnswer, SignedIn, User } from './types';

const open = { open: true };

export const signUp = (body: {
  email: string;
  password: string;
  name: string;
  referral_code?: string;
  invitation?: string;
}) => post<void>('/auth/sign-up', body, open);
export const confirmSignUp = (body: { email: string; code: string }) =>
  post<void>('/auth/confirm', body, open);
export const resendCode = (email: string) => post<void>('/auth/resend', { email }, open);
export const logIn = (body: { email: string; password: string }) =>
  post<LogInAnswer>('/auth/log-in', body, open);
export const logInTotp = (body: { ticket: string; code: string }) =>
  post<SignedIn>('/auth/log-in/totp', body, open);
export const logOut = () => post<void>('/auth/log-out', undefined, open);
export const logOutEverywhere = () => post<void>('/auth/log-out-everywhere');
export const forgotPassword = (email: string) => post<void>('/auth/password/forgot', { email }, open);
export const resetPassword = (body: { email: string; code: string; password: string }) =>
  post<void>('/auth/password/reset', body, open);
export const changePassword = (body: { old: string; new: string }) => post<void>('/auth/password', body);
export const changeEmail = (email: string) => post<void>('/auth/email', { email });
export const confirmEmail = (code: string) => post<void>('/auth/email/confirm', { code });
export const startTotp = () => post<{ secret: string; otpauth_uri: string }>('/auth/totp');
export const confirmTotp = (code: string) => post<void>('/auth/totp/confirm', { code });
export const removeTotp = () => call<void>('DELETE', '/auth/totp');

export const getMe = () => get<User>('/me');
export const updateMe = (body: { name?: string; only_mine?: boolean }) => patch<User>('/me', body);
export const exportMe = () => get<{ download_url: string }>('/me/export');
export const deleteMe = (password: string) => call<void>('DELETE', '/me', { body: { password } });
