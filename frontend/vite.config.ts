import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { standInApi } from './mocks/plugin.ts';
import { answers } from './plugins/answers.ts';
import { SECURITY_HEADERS } from './plugins/contentSecurityPolicy.ts';
import { demo } from './plugins/demo.ts';
import { guides } from './plugins/guides.ts';
import { pdfAssets } from './plugins/pdfAssets.ts';
import { themeCss } from './plugins/themeCss.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    themeCss(),
    pdfAssets(),
    answers(`${repository}docs/openapi.json`),
    demo(),
    guides(`${repository}docs/guides`),
    ...(mode === 'mocks' ? [standInApi()] : []),
  ],
  build: {
    target: 'es2022',
    manifest: 'manifest.json',
    // Inlined files would need data: in the CSP.
    assetsInlineLimit: 0,
    sourcemap: false,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    fs: { allow: [repository] },
    // Against the local stack: its front answers the API.
    proxy:
      mode === 'mocks'
        ? undefined
        : { '/api': { target: process.env.AUTOFATTURE_FRONT ?? 'http://localhost:8080' } },
  },
  preview: { headers: SECURITY_HEADERS },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}', 'plugins/**/*.test.ts'],
    restoreMocks: true,
  },
}));
