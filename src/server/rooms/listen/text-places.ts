// What the sealed texts of messages are bound to: their key and their own row.
export const inboundPlace = (id: string) => ({ textClass: 'raw', table: 'listen_inbound', id }) as const;
export const paramsPlace = (id: string) => ({ textClass: 'params', table: 'listen_outbound', id }) as const;
