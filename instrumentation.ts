import type { Instrumentation } from "next";
import { logToStderr } from "./lib/io/process/event-log.ts";

/** Kinds of failure told apart; more than that is one fault in many clothes. */
const mostKinds = 200;

const said = new Set<string>();

/** Next answers a failure of ours with 500 and is told to be quiet: what it was stands in the log, once per kind. */
export const onRequestError: Instrumentation.onRequestError = (error, { path }, { routePath }) => {
  const [name, message, stack] = error instanceof Error ? [error.name, error.message, error.stack ?? ""] : ["Error", String(error), ""];
  const kind = `${routePath} ${name} ${message}`;
  if (said.has(kind) || said.size >= mostKinds) return;
  said.add(kind);
  logToStderr("failed", { path: path.split("?", 1)[0]?.slice(0, 200), route: routePath, error: `${name}: ${message}`.slice(0, 500), stack: stack.split("\n").slice(1, 6).join("\n") });
};
