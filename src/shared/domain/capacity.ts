// What a post may lack. A lack goes upwards as a need, never as a failure (features.md, response capacity).
export const lacks = ['fuel', 'vehicle', 'radio', 'people'] as const;
export type Lack = (typeof lacks)[number];

/** Without these nobody goes anywhere; without a radio they still do. */
const stopping: readonly Lack[] = ['fuel', 'vehicle', 'people'];
export const mayMove = (lacking: readonly Lack[]): boolean => !lacking.some((lack) => stopping.includes(lack));
