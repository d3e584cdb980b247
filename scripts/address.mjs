// Where the server listens: PORT and HOSTNAME, checked before anything slow begins.
import { createServer, isIP } from "node:net";
import { hostname } from "node:os";

/**
 * PORT: 0 means any free one. HOSTNAME needs thought, because shells and containers set it to the
 * machine's own name without anybody having asked for anything:
 *
 * - unset, or the machine's own name: every address, so that the site answers on localhost, on the
 *   machine's name, and through a container's published port;
 * - another name or address that leads to this machine: that one alone;
 * - a name that leads elsewhere (left over from another machine): localhost alone, and we say so,
 *   since nobody should be served on more addresses than they asked for;
 * - an address that is not ours: refused, since an address is never there by accident.
 *
 * @returns host as `next start --hostname` takes it (undefined: every address), port, the address a
 *   person can open, and a note for the person or null
 */
export async function findAddress({ PORT, HOSTNAME }, { machine = hostname(), listen = tryListening } = {}) {
  const wanted = portFrom(PORT);
  let host = HOSTNAME === undefined || HOSTNAME === "" || sameMachine(HOSTNAME, machine) ? undefined : HOSTNAME;
  let note = null;
  let { port, problem } = await listen(wanted, host);
  if (host !== undefined && ["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EINVAL"].includes(problem)) {
    if (isIP(host)) throw new Error(`HOSTNAME=${host} is not an address of this machine.`);
    note = `HOSTNAME=${host} does not lead to this machine; serving on localhost alone.`;
    host = "localhost";
    ({ port, problem } = await listen(wanted, host));
  }
  // Some systems let "every address" and one address share a port.
  if (host === undefined && problem === undefined) ({ problem } = await listen(port, "127.0.0.1"));
  if (problem === "EADDRINUSE") {
    throw new Error(`Port ${wanted} is taken by another program. Stop that one, or choose another port: PORT=${wanted + 1} npm start`);
  }
  if (problem === "EACCES") throw new Error(`Port ${wanted} needs more rights than you have. Choose one above 1023: PORT=3000 npm start`);
  if (problem !== undefined) throw new Error(`Cannot listen on port ${wanted}${host ? ` of ${host}` : ""}: ${problem}`);
  return { host, port, url: `http://${shown(host)}:${port}`, note };
}

function portFrom(text = "") {
  if (text === "") return 3000;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`PORT=${text} is not a port: give a number from 0 to 65535.`);
  return port;
}

function sameMachine(name, machine) {
  const first = (text) => text.toLowerCase().split(".")[0];
  return isIP(name) === 0 && first(name) === first(machine);
}

function shown(host) {
  if (host === undefined || host === "0.0.0.0" || host === "::") return "localhost";
  return isIP(host) === 6 ? `[${host}]` : host;
}

function tryListening(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve({ port, problem: error.code }));
    server.listen({ port, host }, () => {
      const { port: got } = server.address();
      server.close(() => resolve({ port: got }));
    });
  });
}
