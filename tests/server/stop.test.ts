import { spawn } from "node:child_process";
import { createServer, get } from "node:http";
import { join } from "node:path";
import { expect, it } from "vitest";

/** A server that takes 400 ms for an answer, in a process of its own, which is what a signal stops. */
const program = `
import { createServer } from "node:http";
import { stopOn } from ${JSON.stringify(join(import.meta.dirname, "../../server/stop.ts"))};
let draining = false;
const server = createServer((request, response) => setTimeout(() => response.end(String(draining)), 400));
server.listen(Number(process.argv[1]), "127.0.0.1", () => console.log("listening"));
stopOn(["SIGTERM", "SIGINT"], { server, drainSeconds: 1, draining: () => (draining = true), close: () => Promise.resolve() });
`;

it("SIGTERM: what is under way is answered, what comes in the grace as well, then nothing, and it ends with 0", async () => {
  const port = await freePort();
  const server = spawn(process.execPath, ["--input-type=module", "--eval", program, String(port)], { stdio: ["ignore", "pipe", "ignore"] });
  await new Promise((resolve) => server.stdout.once("data", resolve));
  const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
  const ask = () =>
    new Promise<string>((resolve, reject) => {
      get({ host: "127.0.0.1", port, agent: false }, (response) => {
        let text = "";
        response.on("data", (chunk) => (text += chunk)).on("end", () => resolve(text));
      }).on("error", reject);
    });
  const under = ask();
  await new Promise((resolve) => setTimeout(resolve, 100));
  server.kill("SIGTERM");
  server.kill("SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await ask()).toBe("true");
  expect(await under).toBe("true");
  // Begun inside the grace, finished after it.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await ask()).toBe("true");
  expect(await ended).toBe(0);
  await expect(ask()).rejects.toThrow("ECONNREFUSED");
}, 15_000);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
