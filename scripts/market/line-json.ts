/** JSON with a line per entry of a list, so that a diff names what changed. Objects and numbers stay on their line. */
export function lineJson(record: object): string {
  const fields = Object.entries(record).map(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0 || typeof value[0] !== "object") return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    return `  ${JSON.stringify(key)}: [\n${value.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}
