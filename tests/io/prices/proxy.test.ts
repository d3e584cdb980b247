import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAuthority } from "../../fixtures/authority.ts";
import { startSecureYahoo, YAHOO_HOSTS } from "../../fixtures/secure-yahoo.ts";
import type { SecureYahoo } from "../../fixtures/secure-yahoo.ts";

const authority = makeAuthority(YAHOO_HOSTS);

/** What the proxy was asked to connect to: names that the client never resolved itself. */
const tunnels: string[] = [];
let yahoo: SecureYahoo;
let proxy: Server;

/** A proxy that knows one way: whatever host is asked for, it leads to the stand-in. */
beforeAll(async () => {
  if (authority === null) return;
  yahoo = await startSecureYahoo(authority, 0, { until: "2026-05-15" });
  proxy = createServer().on("connect", (request, client) => {
    tunnels.push(request.url ?? "");
    const server = connect(yahoo.port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      server.pipe(client).pipe(server);
    });
    for (const end of [server, client]) end.on("error", () => void [server, client].map((one) => one.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  if (authority === null) return;
  proxy.closeAllConnections();
  proxy.close();
  await yahoo.close();
  rmSync(authority.folder, { recursive: true, force: true });
});

async function ask(env: Record<string, string>): Promise<{ days?: string[]; failed?: string; detail?: string }> {
  const { port } = proxy.address() as AddressInfo;
  const settings = { HTTPS_PROXY: `http://127.0.0.1:${port}`, NODE_USE_ENV_PROXY: "1", NO_PROXY: "", no_proxy: "", ...env };
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, "../../fixtures/ask-yahoo.ts")], { env: { ...process.env, ...settings } });
  return JSON.parse(stdout);
}

describe.skipIf(authority === null)("Yahoo behind a proxy and an authority of one's own", () => {
  it("is asked through HTTPS_PROXY, and its answer is taken where NODE_EXTRA_CA_CERTS names the authority", async () => {
    const { days } = await ask({ NODE_EXTRA_CA_CERTS: authority?.ca ?? "" });
    expect(days?.at(-1)).toBe("2026-05-15");
    expect(tunnels).toEqual(["query2.finance.yahoo.com:443"]);
    expect(yahoo.seen.map(({ host }) => host)).toEqual(["query2.finance.yahoo.com"]);
  }, 30_000);

  it("is out of reach where nobody vouches for the certificate", async () => {
    const asked = yahoo.seen.length;
    expect(await ask({ NODE_EXTRA_CA_CERTS: "" })).toMatchObject({ failed: "offline" });
    expect(yahoo.seen.length).toBe(asked);
  }, 30_000);
});
