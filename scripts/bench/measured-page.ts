import type { Browser, CDPSession, Page } from "@playwright/test";

/** Main-thread work in milliseconds of CPU, so that what else the machine does is not counted. */
interface Work {
  /** Scripts, style and layout: what a page's own code asks for. */
  own: number;
  /** Every task of the main thread, painting among them. */
  all: number;
}

export interface MeasuredPage {
  page: Page;
  work(act: () => Promise<unknown>): Promise<Work>;
  close(): Promise<void>;
}

/** As Lighthouse throttles a mobile reader. */
const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

/** A page in a context of its own: nothing is cached. */
export async function measuredPage(browser: Browser, options: { width?: number; slowNetwork?: boolean; slowCpu?: number } = {}): Promise<MeasuredPage> {
  const { width = 1440, slowNetwork = false, slowCpu = 1 } = options;
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await session.send("Network.enable");
  if (slowNetwork) await session.send("Network.emulateNetworkConditions", SLOW);
  if (slowCpu > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: slowCpu });
  return {
    page,
    async work(act) {
      const before = await counters(session);
      await act();
      await settled(page);
      const after = await counters(session);
      return { own: 1000 * (after.own - before.own), all: 1000 * (after.all - before.all) };
    },
    close: () => context.close(),
  };
}

async function counters(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { own: of("ScriptDuration") + of("LayoutDuration") + of("RecalcStyleDuration"), all: of("TaskDuration") };
}

/** A frame was drawn, and what was waiting behind it has run. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

/**
 * Milliseconds from the start of the navigation to the end of the frame in which something was there
 * to be seen. No frame is made while a stylesheet is awaited, so being there in a frame is being seen.
 *
 * @param what a selector, or the name of a global that is set once a canvas is drawn
 */
export async function seenAfter(page: Page, address: string, what: { selector: string } | { global: string }): Promise<number> {
  await page.addInitScript((wanted) => {
    const there = () => ("selector" in wanted ? document.querySelector(wanted.selector) !== null : Reflect.has(window, wanted.global));
    const look = () => {
      if (!there()) return void requestAnimationFrame(look);
      const after = new MessageChannel();
      after.port1.onmessage = () => Reflect.set(window, "seenAfter", performance.now());
      after.port2.postMessage(null);
    };
    requestAnimationFrame(look);
  }, what);
  await page.goto(address, { waitUntil: "commit" });
  const handle = await page.waitForFunction(() => Number(Reflect.get(window, "seenAfter") ?? 0));
  return handle.jsonValue();
}

/** Total blocking time: what every task of the load took beyond 50 ms, until two seconds are quiet. */
export async function blockingTime(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    Reflect.set(window, "blocked", 0);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) Reflect.set(window, "blocked", Number(Reflect.get(window, "blocked")) + Math.max(0, duration - 50));
    }).observe({ type: "longtask", buffered: true });
  });
  await page.goto(address, { waitUntil: "networkidle" });
  await page.waitForTimeout(2_000);
  return page.evaluate(() => Number(Reflect.get(window, "blocked")));
}
