/** Serves `virtual:theme.css`: the CSS variables of the theme as a static style sheet. */
import type { Plugin } from 'vite';
import {
  DEFAULT_THEME,
  convertCssVariables,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { theme } from '../src/app/theme.ts';

const NAME = 'virtual:theme.css';

export function themeCss(): Plugin {
  return {
    name: 'autofatture-theme-css',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) =>
      id === `\0${NAME}`
        ? convertCssVariables(defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme)), ':root')
        : undefined,
  };
}
