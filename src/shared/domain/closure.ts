// Why a post or a district is switched off (features.md C6). Said to the programme's own people only.
export const closureReasons = ['overrun', 'investigation', 'moved', 'no-people', 'other'] as const;
export type ClosureReason = (typeof closureReasons)[number];
