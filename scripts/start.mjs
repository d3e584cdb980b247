// npm start: install what is missing, check the data, build if the build is stale, serve.
import { connect } from "node:net";
import { findAddress } from "./address.mjs";
import { build } from "./build.mjs";
import { setUp } from "./setup.mjs";
import { main, run } from "./tools.mjs";

await main(async () => {
  // Before the slow part: a taken port is told at once.
  const { host, port, url, note } = await findAddress(process.env);
  await setUp();
  const failed = await build(url);
  if (failed !== 0) return failed;
  if (note !== null) console.log(note);
  const ready = announce(host, port, url);
  const code = await run("node", ["server/serve.ts", "--port", `${port}`, ...(host === undefined ? [] : ["--hostname", host])]);
  ready.abandon();
  return code;
});

/** Prints the address once somebody answers there. */
function announce(host, port, url) {
  let timer = setTimeout(look, 200);
  function look() {
    const socket = connect({ port, host: host === undefined || host === "0.0.0.0" ? "127.0.0.1" : host });
    socket.once("connect", () => {
      socket.destroy();
      if (timer !== null) console.log(`\nClaimtape is at ${url}   (Ctrl-C stops it)\n`);
    });
    socket.once("error", () => {
      if (timer !== null) timer = setTimeout(look, 100);
    });
  }
  return {
    abandon() {
      clearTimeout(timer);
      timer = null;
    },
  };
}
