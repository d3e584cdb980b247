import { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";
import { imports, syntax } from "./planted.ts";
import { plantedArrows } from "./planted-arrows.ts";
import { plantedInLib } from "./planted-in-lib.ts";
import { plantedOutsideLib } from "./planted-outside-lib.ts";

/**
 * The house's rules, each planted once and seen caught. The files are not there: lint judges a text
 * by the place it says it stands in. Beside every violation stands the nearest thing that is allowed.
 */
const eslint = new ESLint({ cwd: process.cwd() });

async function rulesBroken(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return (result?.messages ?? []).map((message) => message.ruleId ?? `(${message.message})`);
}

describe("the house", () => {
  // The first text loads ESLint's own parts, which takes long on a busy machine.
  beforeAll(() => rulesBroken("scripts/planted.ts", "export const one = 1;"), 60_000);

  it.each([...plantedInLib, ...plantedOutsideLib, ...plantedArrows])("catches $what", async ({ file, text, rule, legal, legalFile = file }) => {
    expect(await rulesBroken(file, text)).toEqual([rule]);
    expect(await rulesBroken(legalFile, legal)).toEqual([]);
  });

  it.each(["index", "utils", "helpers", "types", "constants", "common"])("has no file or folder named %s", async (name) => {
    for (const folder of ["app", "components/board", "lib/domain/market", "lib/io/data", "scripts", "tests/view"]) {
      expect(await rulesBroken(`${folder}/${name}.ts`, "export const one = 1;")).toEqual([syntax]);
    }
    if (name !== "index") {
      expect(await rulesBroken(`lib/${name}/series.ts`, "export const one = 1;")).toEqual([syntax]);
    }
    expect(await rulesBroken(`lib/domain/market/${name}-of-series.ts`, "export const one = 1;")).toEqual([]);
  });

  it.each(["app/articles/[slug]/page.tsx", "app/layout.tsx", "app/error.tsx", "app/not-found.tsx", "vitest.config.ts"])(
    "lets %s have a default export, since its reader asks for one",
    async (file) => {
      expect(await rulesBroken(file, "export default 1;")).toEqual([]);
    },
  );

  it("does not let a comment switch a rule off", async () => {
    const text = `// eslint-disable-next-line no-restricted-imports\nimport { mean } from "d3-array";\nexport const m = mean([1]);`;
    expect(await rulesBroken("lib/domain/study/planted.ts", text)).toContain(imports);
  });
});
