// A phone's width: what the console then folds away or shows less of.
import { useMediaQuery } from '@mantine/hooks';

/** The same bound as the `640px` of the style sheets. */
export const useNarrow = (): boolean => useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
