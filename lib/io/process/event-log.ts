/** What an adapter says of itself: an event's name and the facts of it, for whoever runs the server. */
export type LogEvent = (event: string, fields: Readonly<Record<string, unknown>>) => void;

/** Where lines go: as much of a stream as the log needs. */
export interface LogStream {
  write(text: string): unknown;
  /** Bytes taken and not yet passed on, because whoever reads is slow or has stopped. */
  readonly writableLength: number;
  on(event: "error", listener: () => void): unknown;
}

/** Some hundreds of lines. What a reader of the log has not taken by then is dropped, and how much is said once it reads again. */
const mostWaiting = 256 * 1024;

/** Lines of JSON to a stream that may have no reader, or one that stalls: neither stops the server nor fills its memory. */
export function logTo(stream: LogStream): LogEvent {
  let dropped = 0;
  // Nobody reads any more (EPIPE). Without a listener this would end the process, or have it complain for ever.
  stream.on("error", () => {});
  const write = (event: string, fields: Readonly<Record<string, unknown>>) =>
    stream.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
  return (event, fields) => {
    if (stream.writableLength > mostWaiting) {
      dropped += 1;
      return;
    }
    if (dropped > 0) {
      write("log-dropped", { lines: dropped });
      dropped = 0;
    }
    write(event, fields);
  };
}

let toStderr: LogEvent | null = null;

/** The log of this process. Opened before anything is written, so that a closed stderr is no surprise. */
const opened = (): LogEvent => (toStderr ??= logTo(process.stderr));

/**
 * One line of JSON. To stderr, because stdout belongs to whoever started the server. Nothing a reader
 * typed goes in: paths without their query, no address of a reader. `LOG=off` is for a quiet terminal.
 */
export const logToStderr: LogEvent = (event, fields) => {
  if (process.env["LOG"] === "off") return;
  opened()(event, fields);
};

/** A line that another program wrote, on the same terms; `LOG=off` is not about it. */
export function relayToStderr(line: string): void {
  opened();
  if (process.stderr.writableLength <= mostWaiting) process.stderr.write(`${line}\n`);
}

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
