import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

/**
 * The house's rules, each planted once and seen caught. The files are not there: lint judges a text
 * by the place it says it stands in. Beside every violation stands the nearest thing that is allowed.
 */
const eslint = new ESLint({ cwd: process.cwd() });

async function rulesBroken(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return (result?.messages ?? []).map((message) => message.ruleId ?? `(${message.message})`);
}

interface Planted {
  what: string;
  file: string;
  text: string;
  rule: string;
  legal: string;
}

const imports = "no-restricted-imports";
const globals = "no-restricted-globals";
const properties = "no-restricted-properties";
const syntax = "no-restricted-syntax";
const assertions = "@typescript-eslint/consistent-type-assertions";

const planted: Planted[] = [
  // lib/domain
  {
    what: "a package in the domain",
    file: "lib/domain/planted.ts",
    text: `import { mean } from "d3-array";\nexport const m = mean([1]);`,
    rule: imports,
    legal: `import { mean } from "./stats.ts";\nexport const m = mean([1]);`,
  },
  {
    what: "an exact distribution outside stats",
    file: "lib/domain/planted.ts",
    text: `import cdf from "@stdlib/stats-base-dists-t-cdf";\nexport const p = cdf(1, 2);`,
    rule: imports,
    legal: `import { tCdf } from "./stats.ts";\nexport const p = tCdf(1, 2);`,
  },
  {
    what: "any other package in stats",
    file: "lib/domain/stats.ts",
    text: `import { mean } from "d3-array";\nexport const m = mean([1]);`,
    rule: imports,
    legal: `import cdf from "@stdlib/stats-base-dists-t-cdf";\nexport const p = cdf(1, 2);`,
  },
  {
    what: "the disk in the domain",
    file: "lib/domain/planted.ts",
    text: `import { readFileSync } from "node:fs";\nexport const t = readFileSync("x");`,
    rule: imports,
    legal: `import type { Day } from "./series.ts";\nexport const t: Day = "2025-01-27";`,
  },
  {
    what: "the view in the domain, even a type",
    file: "lib/domain/planted.ts",
    text: `import type { ChartModel } from "../view/chart-model.ts";\nexport type M = ChartModel;`,
    rule: imports,
    legal: `import type { Day } from "./series.ts";\nexport type M = Day;`,
  },
  {
    what: "a way out of the domain through its own folder",
    file: "lib/domain/planted.ts",
    text: `import { load } from "./../io/data-files.ts";\nexport const l = load;`,
    rule: imports,
    legal: `import { load } from "./plan.ts";\nexport const l = load;`,
  },
  {
    what: "a package re-exported from the domain",
    file: "lib/domain/planted.ts",
    text: `export { mean } from "d3-array";\nexport const one = 1;`,
    rule: imports,
    legal: `export { mean } from "./stats.ts";\nexport const one = 1;`,
  },
  {
    what: "an import written late",
    file: "lib/domain/planted.ts",
    text: `export const load = () => import("../io/data-files.ts");`,
    rule: syntax,
    legal: `export const load = () => import("./stats.ts");`,
  },
  {
    what: "an import whose path is worked out",
    file: "lib/domain/planted.ts",
    text: "export const load = (name: string) => import(`./${name}.ts`);",
    rule: syntax,
    legal: `export const load = () => import("./stats.ts");`,
  },
  {
    what: "a type imported where no import stands",
    file: "lib/domain/planted.ts",
    text: `export type M = import("next").Metadata;`,
    rule: syntax,
    legal: `import type { Day } from "./series.ts";\nexport type M = Day;`,
  },
  ...["process.env", "fetch", "performance", "setTimeout", "globalThis", "console"].map((global) => ({
    what: `${global} in the domain`,
    file: "lib/domain/planted.ts",
    text: `export const g = ${global};`,
    rule: globals,
    legal: `export const g = (${global.split(".")[0]}: number) => ${global.split(".")[0]};`,
  })),
  {
    what: "Date.now in the domain",
    file: "lib/domain/planted.ts",
    text: `export const t = Date.now();`,
    rule: properties,
    legal: `export const t = Date.parse("2025-01-27");`,
  },
  {
    what: "Date.now by another name",
    file: "lib/domain/planted.ts",
    text: `const { now } = Date;\nexport const t = now();`,
    rule: properties,
    legal: `const { parse } = Date;\nexport const t = parse("2025-01-27");`,
  },
  {
    what: "new Date() in the domain",
    file: "lib/domain/planted.ts",
    text: `export const t = new Date();`,
    rule: syntax,
    legal: `export const t = new Date("2025-01-27");`,
  },
  {
    what: "Date() as a function in the domain",
    file: "lib/domain/planted.ts",
    text: `export const t = Date();`,
    rule: syntax,
    legal: `export const t = Date.UTC(2025, 0, 27);`,
  },
  {
    what: "a formatter that formats the present",
    file: "lib/domain/planted.ts",
    text: `export const t = new Intl.DateTimeFormat("en").format();`,
    rule: syntax,
    legal: `export const t = new Intl.DateTimeFormat("en").format(0);`,
  },
  {
    what: "Math.random in the domain",
    file: "lib/domain/planted.ts",
    text: `export const r = Math.random();`,
    rule: properties,
    legal: `export const r = Math.sqrt(2);`,
  },

  // lib/view
  {
    what: "I/O in the view",
    file: "lib/view/planted.ts",
    text: `import { load } from "../io/data-files.ts";\nexport const l = load;`,
    rule: imports,
    legal: `import { isAbsent } from "../domain/series.ts";\nexport const l = isAbsent;`,
  },
  {
    what: "React in the view",
    file: "lib/view/planted.ts",
    text: `import { useState } from "react";\nexport const l = useState;`,
    rule: imports,
    legal: `import { scaleLinear } from "d3-scale";\nexport const l = scaleLinear;`,
  },
  {
    what: "Next in the view",
    file: "lib/view/planted.ts",
    text: `import { notFound } from "next/navigation";\nexport const l = notFound;`,
    rule: imports,
    legal: `import { line } from "d3-shape";\nexport const l = line;`,
  },
  {
    what: "a clock in the view",
    file: "lib/view/planted.ts",
    text: `export const t = Date.now();`,
    rule: properties,
    legal: `export const t = Date.parse("2025-01-27");`,
  },
  {
    what: "fetch in the view",
    file: "lib/view/planted.ts",
    text: `export const t = fetch("/api");`,
    rule: globals,
    legal: `export const t = "/api";`,
  },

  // lib/io
  {
    what: "the view in io",
    file: "lib/io/planted.ts",
    text: `import { formatMove } from "../view/format.ts";\nexport const f = formatMove;`,
    rule: imports,
    legal: `import { isAbsent } from "../domain/series.ts";\nexport const f = isAbsent;`,
  },
  {
    what: "the story in io",
    file: "lib/io/planted.ts",
    text: `import { impactOf } from "../impact.ts";\nexport const f = impactOf;`,
    rule: imports,
    legal: `import { readFile } from "node:fs/promises";\nexport const f = readFile;`,
  },
  {
    what: "React in io",
    file: "lib/io/planted.ts",
    text: `import { cache } from "react";\nexport const f = cache;`,
    rule: imports,
    legal: `import { z } from "zod";\nexport const f = z;`,
  },
  {
    what: "Next in io",
    file: "lib/io/planted.ts",
    text: `import { unstable_cache } from "next/cache";\nexport const f = unstable_cache;`,
    rule: imports,
    legal: `import { createYahooFinance } from "yahoo-finance2/createYahooFinance";\nexport const f = createYahooFinance;`,
  },

  // lib/impact
  {
    what: "Next in the story",
    file: "lib/impact.ts",
    text: `import { notFound } from "next/navigation";\nexport const f = notFound;`,
    rule: imports,
    legal: `import { planReport } from "./domain/report.ts";\nexport const f = planReport;`,
  },
  {
    what: "the view in the story",
    file: "lib/impact.ts",
    text: `import { formatMove } from "./view/format.ts";\nexport const f = formatMove;`,
    rule: imports,
    legal: `import { readArticle } from "./io/data-files.ts";\nexport const f = readArticle;`,
  },
  {
    what: "the environment in the story",
    file: "lib/impact.ts",
    text: `export const f = process.env.PRICES;`,
    rule: globals,
    legal: `export const f = (prices: string) => prices;`,
  },

  // components
  {
    what: "I/O in a component",
    file: "components/planted.tsx",
    text: `import { readArticle } from "../lib/io/data-files.ts";\nexport const f = readArticle;`,
    rule: imports,
    legal: `import { chartModel } from "../lib/view/chart-model.ts";\nexport const f = chartModel;`,
  },
  {
    what: "the story in a component",
    file: "components/planted.tsx",
    text: `import { impactOf } from "../lib/impact.ts";\nexport const f = impactOf;`,
    rule: imports,
    legal: `import { useState } from "react";\nexport const f = useState;`,
  },
  {
    what: "data in a component",
    file: "components/planted.tsx",
    text: `import article from "../data/articles/deepseek-sputnik.json";\nexport const f = article;`,
    rule: imports,
    legal: `import styles from "./planted.module.css";\nexport const f = styles;`,
  },
  {
    what: "a function of the domain in a component",
    file: "components/planted.tsx",
    text: `import { isAbsent } from "../lib/domain/series.ts";\nexport const f = isAbsent;`,
    rule: imports,
    legal: `import type { Absence } from "../lib/domain/series.ts";\nexport const f = (absence: Absence) => absence.why;`,
  },
  {
    what: "a function of the domain beside a type",
    file: "components/planted.tsx",
    text: `import { isAbsent, type Absence } from "../lib/domain/series.ts";\nexport const f = (a: Absence) => isAbsent(a);`,
    rule: imports,
    legal: `import { type Absence } from "../lib/domain/series.ts";\nexport const f = (a: Absence) => a.why;`,
  },
  {
    what: "another charting package in a component",
    file: "components/planted.tsx",
    text: `import { scaleLinear } from "d3-scale";\nexport const f = scaleLinear;`,
    rule: imports,
    legal: `import { LineChart } from "recharts";\nexport const f = LineChart;`,
  },
  {
    what: "the rest of Next in a component",
    file: "components/planted.tsx",
    text: `import { headers } from "next/headers";\nexport const f = headers;`,
    rule: imports,
    legal: `import Link from "next/link";\nimport { useSearchParams } from "next/navigation";\nexport const f = [Link, useSearchParams];`,
  },
  {
    what: "a vendor asked late by a component",
    file: "components/planted.tsx",
    text: `export const load = () => import("yahoo-finance2");`,
    rule: syntax,
    legal: `export const load = () => import("./recharts-overlay.tsx");`,
  },
  {
    what: "a hook inside a condition",
    file: "components/planted.tsx",
    text: `import { useState } from "react";\nexport function Box({ on }: { on: boolean }) {\n  if (on) useState(0);\n  return null;\n}`,
    rule: "react-hooks/rules-of-hooks",
    legal: `import { useState } from "react";\nexport function Box() {\n  const [n] = useState(0);\n  return n;\n}`,
  },
  {
    what: "an effect that forgets what it depends on",
    file: "components/planted.tsx",
    text: `import { useEffect } from "react";\nexport function Box({ on }: { on: string }) {\n  useEffect(() => {\n    document.title = on;\n  }, []);\n  return null;\n}`,
    rule: "react-hooks/exhaustive-deps",
    legal: `import { useEffect } from "react";\nexport function Box({ on }: { on: string }) {\n  useEffect(() => {\n    document.title = on;\n  }, [on]);\n  return null;\n}`,
  },

  // app, at any depth
  {
    what: "a vendor in a page",
    file: "app/articles/[slug]/planted.ts",
    text: `import { yahoo } from "../../../lib/io/yahoo.ts";\nexport const f = yahoo;`,
    rule: imports,
    legal: `import { readArticle } from "../../../lib/io/data-files.ts";\nexport const f = readArticle;`,
  },
  {
    what: "the snapshot in a route",
    file: "app/api/tickers/[symbol]/prices/route.ts",
    text: `import { snapshot } from "../../../../../lib/io/snapshot.ts";\nexport const GET = snapshot;`,
    rule: imports,
    legal: `import { storedSeries } from "../../../../../lib/io/series-store.ts";\nexport const GET = storedSeries;`,
  },
  {
    what: "the cached provider in a page",
    file: "app/tickers/[symbol]/planted.ts",
    text: `import { storedSeries } from "../../../lib/io/series-store.ts";\nexport const f = storedSeries;`,
    rule: imports,
    legal: `import { impactOf } from "../../../lib/impact.ts";\nexport const f = impactOf;`,
  },
  {
    what: "data in a page",
    file: "app/planted.ts",
    text: `import article from "../data/articles/deepseek-sputnik.json";\nexport const f = article;`,
    rule: imports,
    legal: `import { Board } from "../components/board.tsx";\nexport const f = Board;`,
  },
  {
    what: "data in a page, the long way round",
    file: "app/planted.ts",
    text: `import article from "../components/../data/articles/deepseek-sputnik.json";\nexport const f = article;`,
    rule: imports,
    legal: `import "./globals.css";\nexport const f = 1;`,
  },
  {
    what: "the disk in a page",
    file: "app/planted.ts",
    text: `import { readFileSync } from "node:fs";\nexport const f = readFileSync;`,
    rule: imports,
    legal: `import { notFound } from "next/navigation";\nexport const f = notFound;`,
  },
  {
    what: "a function of the domain in a page",
    file: "app/planted.ts",
    text: `import { planReport } from "../lib/domain/report.ts";\nexport const f = planReport;`,
    rule: imports,
    legal: `import type { ImpactReport } from "../lib/domain/report.ts";\nexport const f = (r: ImpactReport) => r.article;`,
  },

  // Habits, everywhere
  {
    what: "any in the domain",
    file: "lib/domain/planted.ts",
    text: `export const f = (x: any) => x;`,
    rule: "@typescript-eslint/no-explicit-any",
    legal: `export const f = (x: unknown) => x;`,
  },
  {
    what: "any at the edge",
    file: "lib/io/planted.ts",
    text: `export const f = (x: any) => x;`,
    rule: "@typescript-eslint/no-explicit-any",
    legal: `export const f = (x: unknown) => x;`,
  },
  {
    what: "any in a test",
    file: "tests/domain/planted.test.ts",
    text: `export const f = (x: any) => x;`,
    rule: "@typescript-eslint/no-explicit-any",
    legal: `import yahooFinance from "yahoo-finance2";\nexport const f = yahooFinance as unknown;`,
  },
  {
    what: "any in a script",
    file: "scripts/planted.ts",
    text: `export const f = (x: any) => x;`,
    rule: "@typescript-eslint/no-explicit-any",
    legal: `import { parse } from "csv-parse/sync";\nimport { snapshot } from "../lib/io/snapshot.ts";\nexport const f = [parse, snapshot];`,
  },
  {
    what: "an assertion in the domain",
    file: "lib/domain/planted.ts",
    text: `export const f = (x: unknown) => x as string;`,
    rule: assertions,
    legal: `export const f = { kind: "direction" } as const satisfies { kind: string };`,
  },
  {
    what: "an assertion in a component",
    file: "components/planted.tsx",
    text: `export const f = (x: unknown) => x as string;`,
    rule: assertions,
    legal: `export const f = ["up", "down"] as const;`,
  },
  {
    what: "an assertion in a page",
    file: "app/planted.ts",
    text: `export const f = (x: unknown) => x as string;`,
    rule: assertions,
    legal: `export const f = ["up", "down"] as const;`,
  },
  {
    what: "an exclamation mark that asserts",
    file: "lib/domain/planted.ts",
    text: `export const f = (x: string | null) => x!.length;`,
    rule: "@typescript-eslint/no-non-null-assertion",
    legal: `export const f = (x: string | null) => x?.length ?? 0;`,
  },
  {
    what: "a default export in lib",
    file: "lib/view/planted.ts",
    text: `export default function f() {}`,
    rule: syntax,
    legal: `export function f() {}`,
  },
  {
    what: "a default export by another name",
    file: "components/planted.tsx",
    text: `function F() {}\nexport { F as default };`,
    rule: syntax,
    legal: `function F() {}\nexport { F };`,
  },
  {
    what: "a default export in app where Next asks for none",
    file: "app/planted.ts",
    text: `export default 1;`,
    rule: syntax,
    legal: `export const one = 1;`,
  },
  {
    what: "a barrel that exports everything",
    file: "lib/domain/planted.ts",
    text: `export * from "./series.ts";`,
    rule: syntax,
    legal: `export type { Day } from "./series.ts";\nexport const one = 1;`,
  },
  {
    what: "a barrel that exports one by one",
    file: "lib/domain/planted.ts",
    text: `export type { Day } from "./series.ts";\nexport { mean } from "./stats.ts";`,
    rule: syntax,
    legal: `import { mean } from "./stats.ts";\nexport const m = mean([1]);`,
  },
];

describe("the house", () => {
  it.each(planted)("catches $what", async ({ file, text, rule, legal }) => {
    expect(await rulesBroken(file, text)).toEqual([rule]);
    expect(await rulesBroken(file, legal)).toEqual([]);
  });

  it.each(["index", "utils", "helpers", "types", "constants", "common"])("has no file or folder named %s", async (name) => {
    for (const folder of ["app", "components", "lib/domain", "lib/io", "scripts", "tests/view"]) {
      expect(await rulesBroken(`${folder}/${name}.ts`, "export const one = 1;")).toEqual([syntax]);
    }
    if (name !== "index") {
      expect(await rulesBroken(`lib/${name}/series.ts`, "export const one = 1;")).toEqual([syntax]);
    }
    expect(await rulesBroken(`lib/domain/${name}-of-series.ts`, "export const one = 1;")).toEqual([]);
  });

  it.each(["app/articles/[slug]/page.tsx", "app/layout.tsx", "app/error.tsx", "app/not-found.tsx", "vitest.config.ts"])(
    "lets %s have a default export, since its reader asks for one",
    async (file) => {
      expect(await rulesBroken(file, "export default 1;")).toEqual([]);
    },
  );

  it("does not let a comment switch a rule off", async () => {
    const text = `// eslint-disable-next-line no-restricted-imports\nimport { mean } from "d3-array";\nexport const m = mean([1]);`;
    expect(await rulesBroken("lib/domain/planted.ts", text)).toContain(imports);
  });
});
