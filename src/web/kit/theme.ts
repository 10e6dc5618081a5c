// The look of Salama: much space, one accent, system letters; colour is kept for meaning.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e9f6f5',
  '#d3ebe9',
  '#a6d7d4',
  '#76c1bd',
  '#4eafaa',
  '#2f9893',
  '#1b7f7c',
  '#0f6769',
  '#0b5457',
  '#073f42',
];
// Greys of the dark scheme, tinted towards the accent, so that buttons and fields belong to their ground.
const dark: MantineColorsTuple = [
  '#c9d3d9',
  '#b0bdc5',
  '#8b99a2',
  '#67757e',
  '#3b4951',
  '#2b373e',
  '#1c262c',
  '#151d22',
  '#0f161a',
  '#0c1215',
];
const letters = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";

export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 7 },
  fontFamily: letters,
  headings: { fontFamily: letters, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    // Menus stay inside their landmark, and the first item takes the focus itself.
    Menu: {
      defaultProps: { shadow: 'md', position: 'bottom-end', withinPortal: false, withInitialFocusPlaceholder: false },
    },
  },
});

// Mantine's own dimmed and placeholder greys miss 4.5:1 on our grounds.
export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#55626b',
    '--mantine-color-placeholder': '#66727b',
    '--mantine-color-text': '#182127',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--mantine-color-dimmed': '#a7b3bb',
    '--mantine-color-placeholder': '#97a3ab',
    '--mantine-color-text': '#e4eaee',
    '--mantine-color-body': '#12191d',
    '--mantine-color-error': '#ff9d93',
  },
});
