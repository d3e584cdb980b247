import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inlineScriptHashes, inlineStyleHashes, readScriptPolicies, writeScriptPolicies } from "../../server/script-policies.ts";

// From the example in W3C's Content Security Policy Level 3, "hash-source": the digest of this very text.
const alert = "alert('Hello, world.');";
const alertHash = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";

let built: string;
beforeEach(() => {
  built = mkdtempSync(join(tmpdir(), "claimtape-built-"));
  mkdirSync(join(built, "server/app/tickers"), { recursive: true });
  mkdirSync(join(built, "server/pages"), { recursive: true });
  writeFileSync(join(built, "prerender-manifest.json"), JSON.stringify({ routes: { "/": {}, "/tickers/NVDA": {} } }));
});
afterEach(() => rmSync(built, { recursive: true }));

function page(name: string, html: string): void {
  writeFileSync(join(built, `server/app/${name}.html`), html);
  writeFileSync(join(built, `server/app/${name}.meta`), JSON.stringify({ status: 200, headers: { "x-nextjs-prerender": "1" } }));
}
const policyBeside = (name: string): string => JSON.parse(readFileSync(join(built, `server/app/${name}.meta`), "utf8")).headers["content-security-policy"];

describe("the scripts of a page", () => {
  it("are known by the digest a browser makes of them", () => {
    expect(inlineScriptHashes(`<script>${alert}</script><script async src="/a.js"></script>`)).toEqual([alertHash]);
  });

  it("may run where they stand and nowhere else", () => {
    page("index", `<script>${alert}</script><script>1</script>`);
    page("tickers/NVDA", `<script id="_R_">${alert}</script><script data-note="src">2</script>`);
    const { everywhere, prerendered } = writeScriptPolicies(built);
    expect(everywhere).toEqual([alertHash]);
    expect(prerendered).toEqual(["/", "/tickers/NVDA"]);
    const [one, two] = [policyBeside("index"), policyBeside("tickers/NVDA")];
    expect(one).toContain(alertHash);
    expect(two).toContain(alertHash);
    for (const hash of inlineScriptHashes("<script>2</script>")) {
      expect(two).toContain(hash);
      expect(one).not.toContain(hash);
    }
    expect(`${one}${two}`).not.toMatch(/unsafe/);
  });

  it("are written once, however often a build is seen", () => {
    page("index", `<script>${alert}</script>`);
    writeScriptPolicies(built);
    const first = policyBeside("index");
    expect(writeScriptPolicies(built)).toEqual(readScriptPolicies(built));
    expect(policyBeside("index")).toBe(first);
    expect(JSON.parse(readFileSync(join(built, "server/app/index.meta"), "utf8"))).toMatchObject({ status: 200, headers: { "x-nextjs-prerender": "1" } });
  });

  it("of Next's page for a failure go where it is sent, its styles too", () => {
    page("index", `<script>${alert}</script>`);
    writeFileSync(join(built, "server/pages/500.html"), `<script>3</script><style>a{}</style><p style="font-family:&quot;x&quot;">`);
    const { everywhere, failureStyles } = writeScriptPolicies(built);
    expect(everywhere).toEqual([alertHash, ...inlineScriptHashes("<script>3</script>")]);
    expect(failureStyles).toEqual(inlineStyleHashes(`<style>a{}</style><style>font-family:"x"</style>`));
  });

  it("without a place for their policy stop the build", () => {
    page("index", "<script>1</script>");
    rmSync(join(built, "server/app/index.meta"));
    expect(() => writeScriptPolicies(built)).toThrow("index.meta is missing");
  });
});
