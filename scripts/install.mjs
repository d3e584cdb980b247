// `npm ci` empties node_modules before it knows whether it can fill it again. These keep what was there until it has.
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const aside = (folder) => join(folder, ".node_modules-before");
const modules = (folder) => join(folder, "node_modules");

/**
 * Runs an install with node_modules moved aside; puts it back where the install fails.
 *
 * @param install gives an exit code
 */
export async function replaceSafely(folder, install) {
  const kept = existsSync(modules(folder)) && moved(modules(folder), aside(folder));
  const code = await install();
  if (!kept) return code;
  if (code === 0) rmSync(aside(folder), { recursive: true, force: true });
  else putBack(folder);
  return code;
}

/** Undoes an install that was cut off, by a power cut say, before it could put back what was there. */
export function putBackLeftOver(folder) {
  if (existsSync(aside(folder))) putBack(folder);
}

function putBack(folder) {
  rmSync(modules(folder), { recursive: true, force: true });
  renameSync(aside(folder), modules(folder));
}

/** Windows moves no folder from which a program runs: there npm has to do without. */
function moved(from, to) {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}
