// Servers that run on the build of this folder. A new build would take their pages away. Runs on Node 20.
import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";

/** Where `server/serve.ts` leaves a file for each: its process' number is the name, its port the content. */
export const serversFolder = ".next/claimtape-servers";

/** @returns `{ pid, port }` of each that is alive and listens; one that was killed leaves its file behind */
export async function runningServers(folder) {
  const noted = names(join(folder, serversFolder)).map((name) => ({ pid: Number(name), port: Number(read(join(folder, serversFolder, name))) }));
  const alive = noted.filter(({ pid, port }) => Number.isInteger(pid) && port > 0 && lives(pid));
  const answers = await Promise.all(alive.map(({ port }) => listens(port)));
  return alive.filter((_, at) => answers[at]);
}

function names(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function listens(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "localhost" });
    socket.once("connect", () => (socket.destroy(), resolve(true)));
    socket.once("error", () => resolve(false));
  });
}
