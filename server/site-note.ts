import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the build wrote about the address that its pages name. */
export interface BuiltFor {
  address: string;
  /** Whether somebody told it, or it is the one that a server listens on by itself. */
  told: boolean;
}

/** Null for a build that was made by hand. */
export function readBuiltFor(folder: string): BuiltFor | null {
  const file = join(folder, "claimtape-site.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** What to say at the start about the address that pages, files and previews name, or null where all is well. */
export function siteNote(built: BuiltFor, { publicAddress, port }: { publicAddress: string | null; port: number }): string | null {
  const { address, told } = built;
  if (publicAddress !== null && publicAddress !== address)
    return `NEXT_PUBLIC_SITE_URL is ${publicAddress}, but the build was made for ${address}, and every page, file and preview names that. Build again to change it.`;
  if (told) return null;
  const elsewhere = Number(new URL(address).port || 80) === port ? "" : ` This server listens on port ${port}.`;
  return `No public address is set: every page, file and preview names ${address}.${elsewhere} NEXT_PUBLIC_SITE_URL sets it when the site is built.`;
}
