// The part of my area that I look at now: every question that can be narrowed is asked for it alone. Only for this page, and gone with it.
import type { AreaView } from '../../shared/contract/shapes.ts';
import { makeStore } from './store.ts';

export const areaInView = makeStore<AreaView | undefined>(undefined);
