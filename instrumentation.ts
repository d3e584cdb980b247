import type { Instrumentation } from "next";
import { logToStderr } from "./lib/io/process/event-log.ts";
import { causeOf, oncePerKind } from "./server/failures.ts";

const complain = oncePerKind(logToStderr);

/** Next answers a failure of ours with 500 and is told to be quiet: what it was stands in the log, once per kind. */
export const onRequestError: Instrumentation.onRequestError = (error, { path }, { routePath }) =>
  complain("failed", { path: path.split("?", 1)[0]?.slice(0, 200), route: routePath, ...causeOf(error) });
