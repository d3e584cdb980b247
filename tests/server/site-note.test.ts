import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readBuiltFor, siteNote } from "../../server/site-note.ts";

const local = { address: "http://localhost:3000", told: false };
const told = { address: "https://claimtape.example", told: true };

it("says in one line which address everything names where nobody told one", () => {
  expect(siteNote(local, { publicAddress: null, port: 3000 })).toBe(
    "No public address is set: every page, file and preview names http://localhost:3000. NEXT_PUBLIC_SITE_URL sets it when the site is built.",
  );
});

it("says so where another port is served", () => {
  expect(siteNote(local, { publicAddress: null, port: 4200 })).toContain("names http://localhost:3000. This server listens on port 4200.");
});

it("says nothing where the build was told the address", () => {
  expect(siteNote(told, { publicAddress: null, port: 3000 })).toBeNull();
  expect(siteNote(told, { publicAddress: "https://claimtape.example", port: 3000 })).toBeNull();
});

it("says that an address told too late changes nothing", () => {
  expect(siteNote(told, { publicAddress: "https://other.example", port: 3000 })).toBe(
    "NEXT_PUBLIC_SITE_URL is https://other.example, but the build was made for https://claimtape.example, and every page, file and preview names that. Build again to change it.",
  );
});

it("reads what the build wrote", () => {
  const folder = mkdtempSync(join(tmpdir(), "claimtape-site-"));
  expect(readBuiltFor(folder)).toBeNull();
  writeFileSync(join(folder, "claimtape-site.json"), JSON.stringify(told));
  expect(readBuiltFor(folder)).toEqual(told);
  rmSync(folder, { recursive: true });
});
