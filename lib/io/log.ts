/**
 * One JSON object per line on standard output, for whoever collects it. `LOG=off` is for a person who
 * wants a quiet terminal, and for tests. Nothing a reader typed goes in: paths without their query, no
 * address of a reader.
 */
export function log(level: "info" | "warn" | "error", event: string, fields: Record<string, string | number | boolean | null> = {}): void {
  if (process.env["LOG"] === "off") return;
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
}
