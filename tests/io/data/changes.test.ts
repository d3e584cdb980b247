import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GET } from "../../../app/api/data/[file]/route.ts";
import { newestVersion } from "../../../lib/domain/edition.ts";
import { changesSchema } from "../../../lib/io/data/changes-schema.ts";
import { loadChanges } from "../../../lib/io/data/data-files.ts";

const entry = (of: "method" | "data", version: string, day = "2026-11-24") => ({ day, of, version, what: "Something that makes a number differ." });
const data = join(import.meta.dirname, "../../../data");

describe("data/changes.json", () => {
  it("is in order, and its newest entry of the method names the version", () => {
    const changes = loadChanges();
    expect(newestVersion(changes, "method")).toBe(changes.find(({ of }) => of === "method")?.version);
    expect(newestVersion([entry("data", "9.0"), entry("method", "2.10"), entry("method", "2.9")], "method")).toBe("2.10");
  });

  it.each([
    ["a version that does not fall", [entry("method", "1.1"), entry("method", "1.1"), entry("data", "1.0")]],
    ["a later day below an earlier one", [entry("method", "1.1"), entry("data", "1.0", "2026-11-25")]],
    ["no entry of the data", [entry("method", "1.0")]],
    ["a version that is none", [entry("method", "one"), entry("data", "1.0")]],
  ])("cannot have %s", (_, changes) => {
    expect(changesSchema.safeParse(changes).success).toBe(false);
  });

  it("counts 1.10 above 1.9", () => {
    expect(changesSchema.safeParse([entry("method", "1.10"), entry("method", "1.9"), entry("data", "1.0")]).success).toBe(true);
  });
});

describe("GET /data/{file}", { timeout: 60_000 }, () => {
  const get = (file: string, query = "") => GET(new Request(`http://localhost/data/${file}${query}`), { params: Promise.resolve({ file }) });

  it.each(["instruments.json", "baskets.json", "capex.json", "known-days.json", "changes.json"])("%s is the file as it lies there", async (file) => {
    expect(await (await get(file)).text()).toBe(readFileSync(join(data, file), "utf8"));
  });

  it("lists checksums that hold", async () => {
    const sums = (await (await get("checksums.txt")).text()).trim().split("\n");
    expect(sums.length).toBeGreaterThan(80);
    for (const line of sums) {
      const [sum, file = ""] = line.split("  ");
      expect(
        createHash("sha256")
          .update(readFileSync(join(data, "..", file)))
          .digest("hex"),
        file,
      ).toBe(sum);
    }
  });

  it("gives changes and no levels", async () => {
    const text = await (await get("prices.csv")).text();
    expect(text.split("\r\n")[0]).toBe("line,day,session,change");
    expect(text).toContain("\r\nNVDA,2025-01-27,0,-0.1696"); // −16.97 %, as published
    expect(text).not.toContain("142.62"); // Nvidia's close of 24 January
    expect((await (await get("intraday.csv")).text()).split("\r\n")[0]).toBe("line,start,hours,change");
  });

  it.each(["../package.json", "..%2Fpackage.json", "prices/NVDA.json", "nothing.csv"])("knows no %s", async (file) => {
    expect((await get(file)).status).toBe(404);
  });

  it("takes no parameter", async () => {
    expect((await get("prices.csv", "?levels=1")).status).toBe(400);
  });
});
