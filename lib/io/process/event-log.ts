/** What an adapter says of itself: an event's name and the facts of it, for whoever runs the server. */
export type LogEvent = (event: string, fields: Readonly<Record<string, unknown>>) => void;

/**
 * One line of JSON. To stderr, because stdout belongs to whoever started the server. Nothing a reader
 * typed goes in: paths without their query, no address of a reader. `LOG=off` is for a quiet terminal.
 */
export const logToStderr: LogEvent = (event, fields) => {
  if (process.env["LOG"] === "off") return;
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
};

/** Says the same of one symbol once, until told to forget: a dead vendor must not fill a disk. */
export function onceEach(log: LogEvent): { note(event: string, fields: { symbol: string; [field: string]: unknown }): void; forget(symbol: string): void } {
  const said = new Map<string, Set<string>>();
  return {
    note(event, fields) {
      const lines = said.get(fields.symbol) ?? new Set();
      const line = JSON.stringify([event, fields]);
      if (lines.has(line) || lines.size >= 20) return;
      said.set(fields.symbol, lines.add(line));
      log(event, fields);
    },
    forget: (symbol) => void said.delete(symbol),
  };
}
