import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { findAddress } from "../../scripts/address.mjs";

/** A machine where listening on a host gives the problem named for it, or none. */
function machine(problems = {}) {
  const asked = [];
  const listen = async (port, host) => {
    asked.push(host);
    const problem = problems[host ?? "every"];
    return problem === undefined ? { port } : { port, problem };
  };
  return { asked, machine: "desk.example.org", listen };
}

describe("findAddress", () => {
  it("serves on every address at 3000 and says localhost", async () => {
    expect(await findAddress({}, machine())).toEqual({ host: undefined, port: 3000, url: "http://localhost:3000", note: null });
  });

  it.each(["desk", "DESK.example.org", "desk.other.example"])("takes HOSTNAME=%s, the machine's own name, for nobody's wish", async (HOSTNAME) => {
    expect(await findAddress({ PORT: "3100", HOSTNAME }, machine())).toMatchObject({ host: undefined, url: "http://localhost:3100", note: null });
  });

  it.each([
    ["localhost", "http://localhost:3000"],
    ["127.0.0.1", "http://127.0.0.1:3000"],
    ["0.0.0.0", "http://localhost:3000"],
    ["::1", "http://[::1]:3000"],
    ["::", "http://localhost:3000"],
    ["alias.example", "http://alias.example:3000"],
  ])("serves on HOSTNAME=%s alone when it leads here", async (HOSTNAME, url) => {
    expect(await findAddress({ HOSTNAME }, machine())).toMatchObject({ host: HOSTNAME, url, note: null });
  });

  it.each(["ENOTFOUND", "EAI_AGAIN", "EADDRNOTAVAIL"])("serves on localhost alone when a name leads elsewhere (%s), and says so", async (problem) => {
    const found = await findAddress({ HOSTNAME: "elsewhere.example" }, machine({ "elsewhere.example": problem }));
    expect(found).toMatchObject({ host: "localhost", url: "http://localhost:3000" });
    expect(found.note).toContain("elsewhere.example");
  });

  it("refuses an address that is not this machine's", async () => {
    await expect(findAddress({ HOSTNAME: "192.0.2.1" }, machine({ "192.0.2.1": "EADDRNOTAVAIL" }))).rejects.toThrow("HOSTNAME=192.0.2.1");
  });

  it("names a taken port and a way out", async () => {
    await expect(findAddress({ PORT: "3100" }, machine({ every: "EADDRINUSE" }))).rejects.toThrow("Port 3100 is taken");
    await expect(findAddress({ PORT: "3100" }, machine({ "127.0.0.1": "EADDRINUSE" }))).rejects.toThrow("PORT=3101 npm start");
  });

  it("names a port that needs more rights", async () => {
    await expect(findAddress({ PORT: "80" }, machine({ every: "EACCES" }))).rejects.toThrow("Port 80 needs more rights");
  });

  it.each(["web", "-1", "70000", "3e3", "3000.5"])("refuses PORT=%s", async (PORT) => {
    await expect(findAddress({ PORT }, machine())).rejects.toThrow(`PORT=${PORT} is not a port`);
  });

  it("really finds a free port, and really finds one taken", async () => {
    const { port } = await findAddress({ PORT: "0", HOSTNAME: "127.0.0.1" });
    expect(port).toBeGreaterThan(0);
    const server = createServer();
    await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
    await expect(findAddress({ PORT: `${port}`, HOSTNAME: "127.0.0.1" })).rejects.toThrow(`Port ${port} is taken`);
    server.close();
  });
});
