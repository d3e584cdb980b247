// npm run sbom: what is served is made of, as CycloneDX JSON in reports/.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setUp } from "./setup.mjs";
import { main, npmCommand, root } from "./tools.mjs";

await main(async () => {
  await setUp();
  const [command, before] = npmCommand();
  const { status, stdout, stderr } = spawnSync(command, [...before, "sbom", "--omit=dev", "--sbom-format=cyclonedx", "--sbom-type=application"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64_000_000,
  });
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
  mkdirSync(join(root, "reports"), { recursive: true });
  writeFileSync(join(root, "reports/sbom.cdx.json"), stdout);
  console.log(`${JSON.parse(stdout).components.length} components in reports/sbom.cdx.json`);
  return 0;
});
