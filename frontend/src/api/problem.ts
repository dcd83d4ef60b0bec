/** Failures of a call, as the screens see them. */
import type { Problem } from './types';

/** The API answered with a problem. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown>;
  readonly requestId: string | null;

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.message ?? '');
    this.name = 'ApiError';
    this.status = status;
    this.code = problem.code ?? 'error';
    this.details = problem.details ?? {};
    this.requestId = problem.request_id ?? null;
  }
}

/** No answer came: offline, or the connection broke. */
export class NoConnection extends Error {
  readonly code = 'no_connection';

  constructor() {
    super('');
    this.name = 'NoConnection';
  }
}

export function codeOf(error: unknown): string {
  if (error instanceof ApiError || error instanceof NoConnection) return error.code;
  return 'error';
}

export function isCode(error: unknown, ...codes: string[]): boolean {
  return codes.includes(codeOf(error));
}
