import { expect, test, vi } from "vitest";
import { drawable, judgementOf, linesFor } from "../lib/impact.ts";
import { articleSlugs } from "../lib/io/data/data-files.ts";
import type * as EventStudy from "../lib/domain/study/event-study.ts";

const fitted = vi.hoisted((): string[] => []);

vi.mock("../lib/domain/study/event-study.ts", async (original) => {
  const real = await original<typeof EventStudy>();
  const fitStudy: typeof real.fitStudy = (instrument, benchmark, eventDay, options) => {
    fitted.push([instrument.symbol, benchmark.symbol, eventDay].join(" on "));
    return real.fitStudy(instrument, benchmark, eventDay, options);
  };
  return { ...real, fitStudy };
});

const [slug = ""] = articleSlugs();
const twice = () => fitted.filter((pair, i) => fitted.indexOf(pair) !== i);

test("verdicts, strips and lines of an article fit each instrument on each benchmark once", async () => {
  await judgementOf(slug);
  expect(fitted.length).toBeGreaterThan(100);
  expect(twice()).toEqual([]);
  await linesFor(
    slug,
    drawable().map(({ id }) => id),
  );
  expect(twice()).toEqual([]);
});
