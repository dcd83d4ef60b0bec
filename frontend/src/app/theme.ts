/**
 * The theme of the component library. Its CSS variables are written to a file at build time
 * (`plugins/themeCss.ts`): the site's CSP lets no style element in.
 */
import { createTheme, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#e8f4f1',
  '#d0e7e2',
  '#a6d2ca',
  '#7dbeb5',
  '#52a89d',
  '#2f8f85',
  '#1a766e',
  '#0e5a55',
  '#0b4a46',
  '#083835',
];

const brick: MantineColorsTuple = [
  '#fdecea',
  '#f9d6d2',
  '#f1ada6',
  '#e58379',
  '#db6459',
  '#cf4a3d',
  '#b93329',
  '#a8261c',
  '#8b1e16',
  '#6c1610',
];

/** The greys of the dark scheme, with the green of the paper in them. */
const dark: MantineColorsTuple = [
  '#e6edea',
  '#bac6c1',
  '#9aa8a2',
  '#7a8a84',
  '#44524e',
  '#2b3734',
  '#1b2422',
  '#171f1d',
  '#121917',
  '#0f1514',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, brick, dark },
  white: '#ffffff',
  black: '#15201d',
  fontFamily: "'Atkinson Hyperlegible Next Variable', 'Segoe UI', system-ui, sans-serif",
  fontFamilyMonospace: "'Atkinson Hyperlegible Mono Variable', ui-monospace, Menlo, Consolas, monospace",
  headings: { fontFamily: 'inherit', fontWeight: '650', textWrap: 'balance' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.25rem', xl: '2rem' },
  radius: { xs: '0.1875rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: { lockScroll: false, centered: true, overlayProps: { backgroundOpacity: 0.45 } } },
    Drawer: { defaultProps: { lockScroll: false } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, multiline: true, maw: 320 } },
    Select: { defaultProps: { checkIconPosition: 'right', allowDeselect: false } },
  },
});
