import { renameSync, rmSync, writeFileSync } from "node:fs";

/** JSON with one line per field: a column stays one line, so a diff names the columns that changed. */
export function columnar(record: object): string {
  const lines = Object.entries(record).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** Whole or not at all: a reader sees the old file or the new one, never half of it. */
export function writeWhole(file: string, content: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
