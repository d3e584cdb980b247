import { describe, expect, it, vi } from "vitest";
import { findBrowser, ways } from "../../scripts/browser.mjs";

/** A machine on which nothing is found and nothing helps, but for what a test says. */
function machine(differences = {}) {
  return {
    named: undefined,
    root: false,
    debian: false,
    candidates: () => [],
    runs: () => true,
    download: vi.fn(async () => 1),
    installPackage: vi.fn(async () => 1),
    ...differences,
  };
}

/** A machine on which `after` puts a browser at `path`. */
function machineWith(after, path, differences = {}) {
  let there = [];
  return machine({ candidates: () => there, [after]: vi.fn(async () => void (there = [path])), ...differences });
}

describe("findBrowser", () => {
  it("takes the one that is named", async () => {
    const m = machine({ named: "/opt/mine", candidates: () => ["/usr/bin/chromium"] });
    expect(await findBrowser(m)).toBe("/opt/mine");
  });

  it("refuses a named one that does not run, instead of taking another", async () => {
    const m = machine({ named: "/opt/mine", candidates: () => ["/usr/bin/chromium"], runs: (path) => path !== "/opt/mine" });
    await expect(findBrowser(m)).rejects.toThrow("CLAIMTAPE_BROWSER=/opt/mine does not run");
  });

  it("takes the first on the machine that runs, and downloads nothing", async () => {
    const m = machine({ candidates: () => ["/usr/bin/stub", "/usr/bin/chromium"], runs: (path) => path !== "/usr/bin/stub" });
    expect(await findBrowser(m)).toBe("/usr/bin/chromium");
    expect(m.download).not.toHaveBeenCalled();
  });

  it("else lets Playwright download one, and installs nothing", async () => {
    const m = machineWith("download", "/cache/chrome", { root: true, debian: true });
    expect(await findBrowser(m)).toBe("/cache/chrome");
    expect(m.installPackage).not.toHaveBeenCalled();
  });

  it("else installs the package, as root on Debian or Ubuntu", async () => {
    const m = machineWith("installPackage", "/usr/bin/chromium", { root: true, debian: true });
    expect(await findBrowser(m)).toBe("/usr/bin/chromium");
    expect(m.download).toHaveBeenCalledOnce();
  });

  it("installs the package too when the download does not run", async () => {
    let there = [];
    const m = machine({
      root: true,
      debian: true,
      candidates: () => there,
      runs: (path) => path !== "/cache/chrome",
      download: async () => void (there = ["/cache/chrome"]),
      installPackage: async () => void (there = ["/usr/bin/chromium", "/cache/chrome"]),
    });
    expect(await findBrowser(m)).toBe("/usr/bin/chromium");
  });

  it.each([
    { root: false, debian: true },
    { root: true, debian: false },
  ])("installs nothing with $root for root and $debian for Debian, and names the three ways", async (who) => {
    const m = machineWith("installPackage", "/usr/bin/chromium", who);
    await expect(findBrowser(m)).rejects.toThrow(ways);
    expect(m.installPackage).not.toHaveBeenCalled();
  });

  it("names the three ways when the package does not help either", async () => {
    await expect(findBrowser(machine({ root: true, debian: true }))).rejects.toThrow(ways);
    expect(ways).toMatch(/CLAIMTAPE_BROWSER=[^]*playwright install[^]*apt-get install/);
  });
});
