/**
 * The stand-in API beside the app: `vite --mode mocks` for development, `vite preview --mode mocks` for the
 * browser tests of the built files. Nothing of it is in the bundle.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { holder, readBody, serve } from './router.ts';
import { setClock } from './clock.ts';
import { makeWorld } from './world.ts';
import './routes/auth.ts';
import './routes/accounts.ts';
import './routes/companies.ts';
import './routes/suppliers.ts';
import { arrived } from './routes/documents.ts';

const AUTHORIZE = (state: string) => `<!doctype html><html lang="it"><title>Fatture in Cloud (prova)</title>
<body><main><h1>Fatture in Cloud – prova</h1><p>Autofatture chiede di leggere i tuoi dati e creare documenti.</p>
<p><a href="/fattureincloud/callback?code=codice&state=${encodeURIComponent(state)}">Autorizza</a></p></main></body></html>`;

async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = JSON.parse((await readBody(request)).toString('utf8') || '{}');
  const { world } = holder;
  if (request.url?.startsWith('/reset')) {
    setClock(body.today ?? null);
    holder.world = makeWorld(body.scenario);
  } else if (request.url?.startsWith('/fault')) world.faults.set(body.route, { times: 1, ...body });
  else if (request.url?.startsWith('/expire')) {
    world.sessions.clear();
    if (body.all) world.refresh.clear();
  } else if (request.url?.startsWith('/touch')) {
    const doc = world.docs.get(body.document_id);
    if (doc?.draft) {
      doc.draft = { ...doc.draft, ...body.draft };
      doc.document.version += 1;
    }
  }
  response.statusCode = 204;
  response.end();
}

async function files(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world } = holder;
  if (request.method === 'POST') {
    const bytes = await readBody(request);
    const text = bytes.toString('latin1');
    const key = /name="key"\r\n\r\n([^\r]+)/.exec(text)?.[1] ?? '';
    const start = text.indexOf('\r\n\r\n', text.indexOf('filename=')) + 4;
    const boundary = text.slice(0, text.indexOf('\r\n'));
    arrived(world, key, bytes.subarray(start, text.lastIndexOf(`\r\n${boundary}`)));
    response.statusCode = 204;
    response.end();
    return;
  }
  const file = world.files.get((request.url ?? '').split('?')[0]?.slice(1) ?? '');
  response.statusCode = file ? 200 : 403;
  if (file) {
    response.setHeader('Content-Type', file.type);
    response.setHeader('Content-Disposition', `inline; filename="${file.name}"`);
  }
  response.end(file?.bytes);
}

function mount(middlewares: Connect.Server): void {
  middlewares.use('/api', (request, response) => void serve(request, response));
  middlewares.use('/mock-files', (request, response) => void files(request, response));
  middlewares.use('/__mock', (request, response) => void control(request, response));
  middlewares.use('/mock-fic', (request, response) => {
    const state = new URL(request.url ?? '/', 'http://localhost').searchParams.get('state') ?? '';
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(AUTHORIZE(state));
  });
}

export function standInApi(): Plugin {
  return {
    name: 'autofatture-stand-in-api',
    configureServer: (server) => mount(server.middlewares),
    configurePreviewServer: (server) => mount(server.middlewares),
  };
}
