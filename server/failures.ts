import type { LogEvent } from "../lib/io/process/event-log.ts";

/** Kinds told apart; more than that is one fault in many clothes. */
const mostKinds = 200;

/** What went wrong, for the log: the name, the message and where. */
export function causeOf(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: String(error).slice(0, 500) };
  return { error: `${error.name}: ${error.message}`.slice(0, 500), stack: (error.stack ?? "").split("\n").slice(1, 6).join("\n") };
}

/** A log that says each kind of failure once, however many readers meet it: what went wrong, and in which route where one is named. */
export function oncePerKind(log: LogEvent): LogEvent {
  const said = new Set<string>();
  return (event, fields) => {
    const kind = `${event} ${String(fields["route"] ?? "")} ${String(fields["error"] ?? "")}`;
    if (said.has(kind) || said.size >= mostKinds) return;
    said.add(kind);
    log(event, fields);
  };
}
