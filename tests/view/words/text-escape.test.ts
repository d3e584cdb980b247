import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { copiedTable } from "../../../lib/view/export/copied-table.ts";
import { chartModel } from "../../../lib/view/chart/chart-model.ts";
import { csvText } from "../../../lib/view/words/text-escape.ts";
import { endingOf } from "../../../lib/view/export/file-formats.ts";

test("whatever is written is read back by csv-parse", () => {
  const cell = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('"', ",", "\r\n", 'a"b,c', " "));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      expect(parse(csvText(rows), { record_delimiter: "\r\n" })).toEqual(rows);
    }),
  );
});

test("an absent value is an empty cell, and no number is in powers of ten at six digits", () => {
  expect(csvText([["a", null, -0.000001, 0.169685]])).toBe("a,,-0.000001,0.169685\r\n");
});

test.each([
  ["NVDA.csv", { name: "NVDA", format: "csv" }],
  ["0700.HK.metadata.json", { name: "0700.HK", format: "metadata.json" }],
  ["0700.HK", null],
  [".csv", null],
  ["NVDA.CSV", null],
])("%s as the last part of an address", (name, file) => {
  expect(endingOf(name)).toEqual(file);
});

test("a copied table has numbers that a spreadsheet reads, and the days of another clock", () => {
  const points = [
    { offset: -1, day: "2025-01-24", value: 0 },
    { offset: 0, day: "2025-01-27", value: -0.16968 },
  ];
  const chart = chartModel(
    [
      { id: "NVDA", label: "NVDA", name: "Nvidia", role: "main", points },
      { id: "9984.T", label: "9984.T", name: "SoftBank", role: "main", points: points.map((point) => ({ ...point, day: `${point.day.slice(0, 9)}8` })) },
    ],
    {
      title: "",
      scale: { measure: "change", currency: null },
      since: "",
      stops: points.map(({ offset, day }) => ({ offset, day })),
      x: { domain: [-1, 0], ticks: [], bands: [] },
      publication: null,
    },
  );
  const { text, html } = copiedTable(chart === null ? [] : [chart], null);
  expect(text.split("\n")).toEqual(["Session\tNVDA\t9984.T\t9984.T day", "2025-01-24\t0.00%\t0.00%\t2025-01-28", "2025-01-27\t-16.97%\t-16.97%\t2025-01-28"]);
  expect(html).toContain("<td>-16.97%</td>");
});
