import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { listening } from "./listening.ts";

/** One server of several. It keeps its port from one life to the next. */
export interface Instance {
  port: number;
  start(): Promise<void>;
  /** SIGKILL is a machine lost, SIGTERM one asked to leave. Resolves with the exit code. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null>;
}

export async function makeInstance(env: Record<string, string>): Promise<Instance> {
  const probe = createServer();
  const port = await listening(probe);
  await new Promise((resolve) => probe.close(resolve));
  let child: ReturnType<typeof spawn> | null = null;

  return {
    port,
    async start() {
      const started = spawn(process.execPath, ["server/serve.ts", "--port", `${port}`, "--hostname", "127.0.0.1"], {
        env: { ...process.env, LOG: "off", RATE_LIMIT: "off", TRUSTED_PROXIES: "1", ...env },
        stdio: ["ignore", "ignore", "inherit"],
      });
      child = started;
      for (let tries = 0; tries < 300; tries += 1) {
        if (
          await fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
            (answer) => answer.ok,
            () => false,
          )
        )
          return;
        if (started.exitCode !== null) break;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error("A server did not become ready. Is there a build? `npm test build` makes one.");
    },
    end: (signal) =>
      new Promise((resolve) => {
        if (child === null || child.exitCode !== null || child.signalCode !== null) return resolve(null);
        child.once("exit", (code) => resolve(code));
        child.kill(signal);
      }),
  };
}
