import { describe, expect, it } from "vitest";
import { nextAddress, searchOf } from "../../../lib/view/chart/next-address.ts";
import type { AddressState } from "../../../lib/view/chart/next-address.ts";

const at = (search: string, more: Partial<AddressState> = {}): AddressState => ({ search, shown: search, pending: null, ...more });
const view = (search: string, name: string | null = null) => ({ kind: "view", search, name }) as const;
const change = (set: string, name: string | null = null) => ({ kind: "change", set, name }) as const;

describe("a control", () => {
  it("puts its view into a new entry of the history", () => {
    expect(nextAddress(at(""), view("?range=1y", "range:1y"))).toEqual({ search: "?range=1y", by: "push" });
  });

  it("that sorts leaves no entry", () => {
    expect(nextAddress(at("?range=1y"), view("?range=1y&sort=day", "sort:day"))).toEqual({ search: "?range=1y&sort=day", by: "replace" });
  });

  it("without a name is a view like any other", () => {
    expect(nextAddress(at("?range=1y"), view(""))).toEqual({ search: "", by: "push" });
  });

  it("that names its change keeps the rest of the address", () => {
    expect(nextAddress(at("?range=1y&utm_source=x"), change("claim=brown-10"))).toEqual({ search: "?range=1y&utm_source=x&claim=brown-10", by: "push" });
  });

  it("takes away what it names without a value", () => {
    expect(nextAddress(at("?claim=brown-10&lines=NVDA"), change("claim=&lines="))).toEqual({ search: "", by: "push" });
  });

  it("leaves commas readable", () => {
    expect(nextAddress(at(""), change("lines=NVDA,SPY"))?.search).toBe("?lines=NVDA,SPY");
    expect(searchOf(new URLSearchParams([["lines", "NVDA,^VIX"]]))).toBe("?lines=NVDA,%5EVIX");
  });
});

describe("a base", () => {
  it("is asked of the server", () => {
    expect(nextAddress(at("?range=1y"), view("?range=1y&base=open", "base:open"))).toEqual({ search: "?range=1y&base=open", by: "server" });
  });

  it("that stands already is asked of nobody", () => {
    expect(nextAddress(at("?base=open"), view("?base=open", "base:open"))).toBeNull();
  });

  it("stands already whatever else the address carries", () => {
    expect(nextAddress(at("?utm_source=x&base=open"), view("?base=open", "base:open"))).toBeNull();
  });
});

describe("while the server works on a base", () => {
  const busy = at("?range=1y", { pending: "?range=1y&base=open" });

  it("another control goes to the server with that base", () => {
    expect(nextAddress(busy, view("?range=all", "range:all"))).toEqual({ search: "?range=all&base=open", by: "server" });
  });

  it("a change is made on the view that is under way", () => {
    expect(nextAddress(busy, change("claim=brown-10"))).toEqual({ search: "?range=1y&base=open&claim=brown-10", by: "server" });
  });

  it("the base that the page still shows takes the other one back", () => {
    expect(nextAddress(busy, view("?range=1y", "base:close"))).toEqual({ search: "?range=1y", by: "server" });
  });

  it("the default base is kept by naming none", () => {
    expect(nextAddress(at("?base=open", { pending: "" }), view("?base=open&range=all", "range:all"))).toEqual({ search: "?range=all", by: "server" });
  });

  it("a base that has to be encoded stays whole", () => {
    expect(nextAddress(at("", { pending: "?base=a%26b" }), view("?range=all"))?.search).toBe("?range=all&base=a%26b");
  });
});

describe("back and forward", () => {
  it("draw the view of the address", () => {
    expect(nextAddress(at("?range=all", { shown: "" }), { kind: "arrival" })).toEqual({ search: "?range=all", by: "stay" });
  });

  it.each([
    ["?range=all", "?range=all"],
    ["?utm_source=x", ""],
    ["?range=all&utm_source=x", "?range=all"],
  ])("draw nothing anew where %s is what is shown", (search, shown) => {
    expect(nextAddress(at(search, { shown }), { kind: "arrival" })).toBeNull();
  });
});
