declare module 'virtual:theme.css';

declare module 'virtual:guides' {
  export const guides: { slug: string; title: string; summary: string }[];
  export const loaders: Record<
    string,
    () => Promise<{ html: string; headings: { id: string; text: string }[] }>
  >;
}

declare module 'virtual:demo' {
  import type { DocumentDetail } from './api/types';
  export const detail: DocumentDetail;
  export const pdfUrl: string;
}

declare module 'virtual:answers' {
  export const routes: [string, string][];
  export const shapes: Record<string, Record<string, string>>;
}
