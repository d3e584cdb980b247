import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refusal } from "../../scripts/build.mjs";
import { runningServers, serversFolder } from "../../scripts/running-servers.mjs";

let folder;
let server;
let port;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "claimtape-running-"));
  server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address());
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function noted(pid, content) {
  mkdirSync(join(folder, serversFolder), { recursive: true });
  writeFileSync(join(folder, serversFolder, `${pid}`), `${content}`);
}

describe("a server that runs on the build", () => {
  it("is none where nobody left word", async () => expect(await runningServers(folder)).toEqual([]));
  it("is one that lives and listens", async () => {
    noted(process.pid, port);
    expect(await runningServers(folder)).toEqual([{ pid: process.pid, port }]);
  });
  it("is none that was killed and left its file", async () => {
    noted(spawnSync(process.execPath, ["--version"]).pid, port);
    expect(await runningServers(folder)).toEqual([]);
  });
  it("is none whose number another program has by now, which does not listen there", async () => {
    server.close();
    noted(process.pid, port);
    expect(await runningServers(folder)).toEqual([]);
  });
  it.each([
    ["x", 1],
    ["1.5", 1],
    [process.pid, "soon"],
    [process.pid, ""],
  ])("is none by the file %s with %s in it", async (name, content) => {
    noted(name, content);
    expect(await runningServers(folder)).toEqual([]);
  });
  it("is named to whoever would build", () => expect(refusal([{ pid: 7, port: 3000 }])).toContain("process 7 on port 3000. Stop it first."));
});

describe("the server's own word", () => {
  const leave = (dir, work) =>
    spawnSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { noteRunning } from ${JSON.stringify(new URL("../../server/note-running.ts", import.meta.url).href)}; noteRunning(${JSON.stringify(dir)}, 3000); ${work}`,
      ],
      { encoding: "utf8" },
    );
  it("is there while it runs, and gone when it ends", () => {
    const { stdout, stderr } = leave(
      folder,
      `console.log((await import("node:fs")).readFileSync(${JSON.stringify(`${folder}/claimtape-servers/`)} + process.pid, "utf8"))`,
    );
    expect([stdout, stderr]).toEqual(["3000\n", ""]);
    expect(readdirSync(join(folder, "claimtape-servers"))).toEqual([]);
  });
  it("is left out where the folder takes none", () => {
    writeFileSync(join(folder, "file"), "");
    expect(leave(join(folder, "file"), "").status).toBe(0);
    expect(existsSync(join(folder, "claimtape-servers"))).toBe(false);
  });
});
