import { describe, expect, it } from "vitest";
import { impactOf } from "../../../lib/impact.ts";
import { alreadyPriced, mostNamed } from "../../../lib/view/instrument/already-priced.ts";

const report = await impactOf("deepseek-sputnik");
const of = (...symbols: string[]) => symbols.flatMap((symbol) => report.instruments[symbol] ?? []);

describe("what was already in the price", () => {
  // 5-minute closes at 06:10 New York: NVDA 124.52 from 142.62, META 614.16 from 647.49; closes 118.42 and 659.88.
  it("splits the day at the publication", () => {
    const sentence = alreadyPriced(of("NVDA", "META"))?.replaceAll("\u202F", " ");
    expect(sentence).toBe(
      "Already in the price at 06:10 in New York, when the article appeared: Nvidia −12.7 % (−4.9 % after) and Meta −5.1 % (+7.4 % after).",
    );
  });

  it("says nothing where no price of that minute is held", () => {
    expect(alreadyPriced(of("SMH", "OPENAI", "GSENEPOW", "9984.T"))).toBeNull();
  });

  it("lets the head of the board speak of the most named", () => {
    expect(mostNamed(Object.values(report.instruments)).map((r) => r.instrument.symbol)).toEqual(["NVDA"]);
  });
});
