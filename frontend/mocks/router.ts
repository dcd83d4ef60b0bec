/** A router for the stand-in API: patterns with `:names`, JSON in and out. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Person, World } from './state.ts';
import { makeWorld } from './world.ts';

export interface Asked {
  world: World;
  params: Record<string, string>;
  query: URLSearchParams;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the body is whatever the client sent
  body: any;
  cookies: Record<string, string>;
  person: Person;
  mfa: boolean;
  setCookie: (value: string) => void;
}

export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(status: number, code: string, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export interface Answer {
  status: number;
  body?: unknown;
  text?: string;
}

type Handler = (asked: Asked) => Answer | unknown;

interface Route {
  method: string;
  pattern: RegExp;
  names: string[];
  open: boolean;
  handler: Handler;
}

const routes: Route[] = [];
export const holder: { world: World } = { world: makeWorld() };

export const reply = (status: number, body?: unknown): Answer => ({ status, body });
const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' &&
  value !== null &&
  'status' in value &&
  typeof value.status === 'number' &&
  (value as Answer).status >= 100;

export function route(methodAndPath: string, handler: Handler, options: { open?: boolean } = {}): void {
  const [method = '', path = ''] = methodAndPath.split(' ');
  const names: string[] = [];
  const pattern = new RegExp(
    `^${path.replace(/:(\w+)/g, (_, name: string) => {
      names.push(name);
      return '([^/]+)';
    })}$`,
  );
  routes.push({ method, pattern, names, open: options.open ?? false, handler });
}

export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', reject);
  });
}

function cookiesOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    (request.headers.cookie ?? '').split(';').map((pair) => {
      const [name = '', value = ''] = pair.trim().split('=');
      return [name, value];
    }),
  );
}

export async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const { world } = holder;
  const cookies: string[] = [];
  const send = (status: number, body?: unknown, text?: string) => {
    if (cookies.length) response.setHeader('Set-Cookie', cookies);
    response.setHeader('Cache-Control', 'no-store');
    response.statusCode = status;
    if (text !== undefined) {
      response.setHeader('Content-Type', 'text/csv; charset=utf-8');
      response.end(text);
    } else if (body === undefined) response.end();
    else {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(body));
    }
  };
  try {
    const raw = await readBody(request);
    const found = routes.find((one) => one.method === request.method && one.pattern.test(url.pathname));
    if (!found) throw new Refused(404, 'not_found', 'L’indirizzo richiesto non esiste.');
    const match = found.pattern.exec(url.pathname) ?? [];
    const params = Object.fromEntries(
      found.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
    );
    const fault =
      world.faults.get(`${request.method} ${url.pathname}`) ??
      world.faults.get(`${request.method} *${url.pathname.split('/').pop()}`);
    if (fault && fault.times > 0) {
      fault.times -= 1;
      throw new Refused(fault.status, fault.code, 'Errore provocato dalla prova.', fault.details);
    }
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const session = world.sessions.get(token);
    const person = session ? world.people.get(session.email) : undefined;
    if (!found.open && !person)
      throw new Refused(
        401,
        'not_signed_in',
        'La sessione è scaduta. Le modifiche sono conservate: accedi di nuovo.',
      );
    const answered = found.handler({
      world,
      params,
      query: url.searchParams,
      body:
        raw.length && request.headers['content-type']?.includes('json')
          ? JSON.parse(raw.toString('utf8'))
          : {},
      cookies: cookiesOf(request),
      person: person as Person,
      mfa: session?.mfa ?? false,
      setCookie: (value) => cookies.push(value),
    });
    if (isAnswer(answered)) send(answered.status, answered.body, answered.text);
    else send(200, answered);
  } catch (error) {
    if (error instanceof Refused) {
      send(error.status, {
        code: error.code,
        message: error.message,
        details: error.details,
        request_id: 'stand-in',
      });
    } else {
      console.error(error);
      send(500, {
        code: 'error',
        message: 'Si è verificato un errore.',
        details: {},
        request_id: 'stand-in',
      });
    }
  }
}
