import { expect, test } from "@playwright/test";
import { links } from "../fixtures/links.ts";
import { pageText } from "../fixtures/page-text.ts";

for (const { address, text, at, value, leadsTo, status = 200 } of links) {
  test(`${address} still answers as it did`, async ({ request, baseURL }) => {
    const answer = await request.get(address);
    expect(answer.status()).toBe(status);
    if (leadsTo !== undefined) expect(answer.url()).toBe(`${baseURL}${leadsTo}`);
    if (text !== undefined) expect(pageText(await answer.text())).toContain(text);
    if (at !== undefined) expect(at.reduce((inside: unknown, key) => Reflect.get(Object(inside), key), await answer.json())).toBe(value);
  });
}

test("every kind of address is among the links that are kept", () => {
  const kinds = [
    "/tickers/",
    "/claims/",
    "/arguments?claims",
    "/arguments?stance",
    "/search?q",
    "/compare?lines",
    "?speaker",
    "?base",
    "/api/tickers/NVDA/prices",
    "/api/tickers/NVDA/study",
    "/api/lines",
    "/api/articles",
  ];
  for (const kind of kinds)
    expect(
      links.some(({ address }) => address.includes(kind)),
      kind,
    ).toBe(true);
});
