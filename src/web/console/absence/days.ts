// Days without an hour, as the server gives and takes them.

/** A moment that lies within this day wherever the reader is. */
export const noon = (day: string): string => `${day}T12:00:00Z`;
