// Style sheets that packages ship: imported for their effect only.
declare module '@mantine/core/styles/*.css';
