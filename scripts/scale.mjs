// npm run scale: finds or installs a redis-server, makes sure of the build, then runs scale.ts.
import { build } from "./build.mjs";
import { findRedis } from "./redis.mjs";
import { setUp } from "./setup.mjs";
import { main, run } from "./tools.mjs";

await main(async () => {
  await setUp();
  const redis = await findRedis();
  if (redis === null) {
    console.log("SKIPPED: there is no redis-server and none could be installed. On Debian: apt-get install redis-server");
    return 0;
  }
  const failed = await build();
  return failed !== 0 ? failed : run("node", ["scripts/scale.ts"], { env: { CLAIMTAPE_REDIS: redis } });
});
