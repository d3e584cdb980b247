// The checks of `npm run check` and `npm test`: each shows its own output and gives its counts.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findAddress } from "./address.mjs";
import { audit } from "./audit.mjs";
import { findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { findRedis } from "./redis.mjs";
import { root, run, runTool, stopCode } from "./tools.mjs";
import { addUp, browserCounts, firstDayCounts, one, totalLine, unitCounts } from "./totals.mjs";

export const steps = {
  async types() {
    // Left by `next dev`, and wrong as soon as a page is gone.
    rmSync(join(root, ".next/dev/types"), { recursive: true, force: true });
    return one((await runTool("next", ["typegen"])) || (await runTool("tsc", ["--noEmit"], { package: "typescript" })));
  },
  async lint() {
    const cache = ["--cache", "--cache-strategy", "content", "--cache-location", "node_modules/.cache/eslint/"];
    return one((await runTool("eslint", [".", "--max-warnings", "0", ...cache])) || (await unused()));
  },
  async format() {
    return one(await prettier("--check"));
  },
  async unit() {
    const args = ["run", "--reporter=default", "--reporter=json", "--outputFile.json=reports/unit.json"];
    const redis = await findRedis();
    console.log(redis === null ? "NOT RUN: the tests against a real Redis; there is no redis-server and none could be installed." : `Redis: ${redis}`);
    const env = redis === null ? {} : { CLAIMTAPE_REDIS: redis };
    return fromReport("reports/unit.json", unitCounts, () => runTool("vitest", args, { env }));
  },
  async audit() {
    return audit();
  },
  async build() {
    return one(await build());
  },
  async browser(earlier) {
    const built = earlier.build ?? one(await build());
    if (built.failed > 0) {
      console.log("Not run: there is no build to look at.");
      return { passed: 0, failed: 0, skipped: 1 };
    }
    if (earlier.browserProblem) {
      console.error(earlier.browserProblem);
      return one(1);
    }
    const { port } = await findAddress({ PORT: "0", HOSTNAME: "127.0.0.1" });
    const env = { CLAIMTAPE_BROWSER: earlier.browserPath, CLAIMTAPE_TEST_PORT: `${port}` };
    return fromReport("reports/browser.json", browserCounts, () => runTool("playwright", ["test"], { package: "@playwright/test", env }));
  },
  async "first-day"(earlier) {
    const built = earlier.build ?? one(await build());
    if (built.failed > 0) {
      console.log("Not run: there is no build to start.");
      return { passed: 0, failed: 0, skipped: 1 };
    }
    return fromReport("reports/first-day.json", firstDayCounts, () => run("node", ["tests/first-day/run.ts"]));
  },
};

/** Runs the named steps in order, whatever becomes of each, prints one line of totals, gives the exit code. */
export async function runSteps(names) {
  const unknown = names.find((name) => !(name in steps));
  if (unknown !== undefined) throw new Error(`There is no step "${unknown}". The steps are: ${Object.keys(steps).join(", ")}.`);
  const done = {};
  if (names.includes("browser")) {
    try {
      done.browserPath = await findBrowser();
      console.log(`Browser: ${done.browserPath}`);
    } catch (error) {
      done.browserProblem = error.message;
    }
  }
  for (const name of names) {
    console.log(`\n— ${name} —`);
    done[name] = await steps[name](done);
    if (stopCode() !== null) return stopCode();
  }
  const results = names.map((name) => done[name]);
  const failing = names.filter((name) => done[name].failed > 0);
  const total = addUp(results);
  console.log(failing.length > 0 ? `\nFailed: ${failing.join(", ")}` : "");
  console.log(totalLine(total));
  return total.failed > 0 ? 1 : 0;
}

/** @param mode `--check` says which files are not formatted, `--write` formats them */
export function prettier(mode) {
  return runTool("prettier", [".", mode, "--log-level", "warn", "--cache", "--cache-strategy", "content"]);
}

/** Files, exports and packages that nothing uses, then files that only tests use; knip.config.ts says what starts from outside. */
async function unused() {
  return (await runTool("knip", ["--no-progress"])) || (await runTool("knip", ["--no-progress", "--production", "--files"]));
}

async function fromReport(path, count, work) {
  const file = join(root, path);
  rmSync(file, { force: true });
  const code = await work();
  try {
    return count(JSON.parse(readFileSync(file, "utf8")), code);
  } catch {
    console.error(`No report in ${path}: the run ended early.`);
    return one(1);
  }
}
