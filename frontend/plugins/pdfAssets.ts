/**
 * The data files of pdf.js (character maps, the standard fonts, the decoders written in JavaScript) under `/pdf/`.
 * WebAssembly stays off: the site's CSP does not allow it.
 */
import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

function assets(): [string, string][] {
  const all = (folder: string, wanted: RegExp): [string, string][] =>
    readdirSync(join(root, folder))
      .filter((name) => wanted.test(name))
      .map((name) => [`pdf/${folder}/${name}`, join(root, folder, name)]);
  return [
    ...all('cmaps', /\.bcmap$/),
    ...all('standard_fonts', /\.(pfb|ttf)$/),
    ...all('iccs', /\.icc$/),
    ...all('wasm', /_nowasm_fallback\.js$/),
  ];
}

export function pdfAssets(): Plugin {
  return {
    name: 'autofatture-pdf-assets',
    configureServer(server) {
      const known = new Map(assets());
      server.middlewares.use((request, response, next) => {
        const path = known.get((request.url ?? '').split('?')[0]?.slice(1) ?? '');
        if (!path || !existsSync(path)) return next();
        if (basename(path).endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
        createReadStream(path).pipe(response);
      });
    },
    generateBundle() {
      for (const [fileName, path] of assets())
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
    },
  };
}
