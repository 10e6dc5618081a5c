// The day on the programme's wall clock, as a date field wants it.
const day = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Africa/Maputo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export const localToday = (now: Date): string => day.format(now);
