/** What whoever runs a Claimtape decides about it, from the environment. */

/**
 * The public address without a slash at the end; where none is told, the one it listens on by itself.
 * Its name is written with a dot, so that a build keeps what it was told.
 */
export function siteAddress(value = process.env.NEXT_PUBLIC_SITE_URL): string {
  return (value === undefined || value === "" ? `http://localhost:${process.env["PORT"] || 3000}` : value).replace(/\/+$/, "");
}

/** Whether prices as quoted may leave in files. Yahoo's terms forbid redistribution: no, unless somebody with a licence says so. */
export function exportLevels(value = process.env["EXPORT_LEVELS"]): boolean {
  if (value === undefined || value === "" || value === "0") return false;
  if (value === "1") return true;
  throw new Error(`EXPORT_LEVELS is "${value}"; allowed are 0 and 1`);
}
