/** What an adapter says of itself: an event's name and the facts of it, for whoever runs the server. */
export type LogEvent = (event: string, fields: Readonly<Record<string, unknown>>) => void;

/** One line of JSON. To stderr, because stdout belongs to whoever started the server. */
export const logToStderr: LogEvent = (event, fields) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
};
