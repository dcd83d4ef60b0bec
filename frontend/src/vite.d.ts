declare module 'virtual:theme.css';

declare module 'virtual:guides' {
  export const guides: { slug: string; title: string; summary: string }[];
  export const loaders: Record<
    string,
    () => Promise<{ html: string; headings: { id: string; text: string }[] }>
  >;
}
