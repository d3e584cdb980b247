import type { ClaimTest, Figure, Reference } from "../../../domain/article/claim-test.ts";
import type { FigureFinding, FigureOutcome, Referred } from "../../../domain/judgement/figure.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import type { Word } from "../../../domain/judgement/verdict.ts";
import { countWord, formatCount, formatDay, formatList, formatNumber } from "../../words/format.ts";
import { formatQuantity, formatQuantityRange } from "../../words/quantity.ts";
import { capitalised } from "../../words/names.ts";
import { wordLabels } from "../../words/labels.ts";

interface FigureResult {
  figure: Figure;
  finding: FigureFinding;
}

/** What a reader should be told of first. */
const NOTABLE: Word[] = ["overstated", "understated", "disputed", "unsourced", "matches", "not-testable", "no-price"];
/** A headline's length; the list beside it has the rest. */
const WORDS = 45;

/**
 * How many numbers came out how, and the notable one in full: "One of the four numbers is overstated:
 * … The other three match."
 */
export function describeFigures(outcome: FigureOutcome, test: ClaimTest | undefined): string {
  const figures = test?.kind === "figure" ? test.figures : [];
  const results = outcome.findings.flatMap((finding): FigureResult[] => {
    const figure = figures.find(({ id }) => id === finding.figure);
    return figure === undefined ? [] : [{ figure, finding }];
  });
  const [only] = results;
  if (only === undefined) return "Not judged: no number is stated.";
  if (results.length === 1)
    return `${capitalised(clause(only))}: ${only.finding.judged.word === "matches" ? "it matches" : wordLabels[only.finding.judged.word]}.`;
  const groups = NOTABLE.map((word) => results.filter(({ finding }) => finding.judged.word === word)).filter((group) => group.length > 0);
  const [lead = [], ...rest] = groups;
  if (rest.length === 0) return allAlike(lead);
  const opening = `${openingOf(lead, results.length)}: ${lead.length === 1 ? lead.map(clause).join("; ") : formatList(lead.map(brief))}.`;
  const said = (named: boolean) =>
    `${opening} ${capitalised(
      rest
        .toReversed()
        .map((group) => otherGroup(group, rest.length === 1, named))
        .join("; "),
    )}.`;
  const full = said(true);
  return full.split(/\s+/).length <= WORDS ? full : said(false);
}

function allAlike(group: FigureResult[]): string {
  const word = group[0]?.finding.judged.word;
  const all = group.length === 2 ? "Both numbers" : `All ${formatCount(group.length, "number")}`;
  const said = word === "matches" ? "match their references" : `are ${wordLabels[word ?? "not-testable"]}`;
  return `${all} ${said}: ${formatList(group.map(({ figure }) => `${figure.stated.text} for ${figure.subject}`))}.`;
}

function openingOf(lead: FigureResult[], of: number): string {
  const count = capitalised(countWord(lead.length));
  const word = lead[0]?.finding.judged.word ?? "not-testable";
  return `${count} of the ${formatCount(of, "number")} ${lead.length === 1 ? "is" : "are"} ${wordLabels[word]}`;
}

/** Those after the notable one, with their names or by what was stated alone. */
function otherGroup(group: FigureResult[], last: boolean, named: boolean): string {
  const [only] = group;
  const word = only?.finding.judged.word ?? "not-testable";
  if (only === undefined || (group.length > 1 && last))
    return `the other ${countWord(group.length)} ${word === "matches" ? "match" : `are ${wordLabels[word]}`}`;
  // The clause ends with its last name where no source is said to stand behind it, else it goes on.
  const end = (i: number) => (word === "unsourced" && i === group.length - 1 ? "" : ",");
  const names = formatList(group.map(({ figure }, i) => (named ? `${figure.subject}, ${figure.stated.text}${end(i)}` : figure.stated.text)));
  if (word === "unsourced") return `no source stands behind ${names}`;
  if (word === "matches") return `${names} ${group.length === 1 ? "matches" : "match"}`;
  return `${names} ${group.length === 1 ? "is" : "are"} ${wordLabels[word]}`;
}

/** "Nvidia’s market value is stated as $2T; price of 24 January 2025 times shares outstanding gives $3.49T". */
function clause({ figure, finding: { judged, reference, alternative } }: FigureResult): string {
  const { subject, stated } = figure;
  const amount = stated.text.includes("→")
    ? `${stated.text} (${formatQuantity(stated.value, stated.unit)})`
    : stated.text.startsWith("<")
      ? `fewer than ${formatNumber(stated.value)}`
      : stated.text;
  const said = `${subject} is stated as ${amount}`;
  if (judged.word === "unsourced") return `${said}; ${isAbsent(reference) ? "no source measures it" : "its reference rests on memory alone"}`;
  if (isAbsent(reference)) return `${said}; ${reference.why.replace(/\.$/, "")}`;
  const first = quantityOf(reference, stated.text);
  if (alternative === null || isAbsent(alternative)) return `${said}; ${sourceOf(figure.reference)} ${first}`;
  return `${said}; one reference gives ${first}, another ${quantityOf(alternative, stated.text)}`;
}

/** One of several: "how many times more GPUs training had taken (said 50 times, found 12.2 times)". */
function brief({ figure: { subject, stated }, finding: { judged, reference } }: FigureResult): string {
  const said = stated.text.includes("→") ? formatQuantity(stated.value, stated.unit) : stated.text;
  const found = isAbsent(reference) || judged.word === "unsourced" ? "" : `, found ${quantityOf(reference, stated.text)}`;
  return `${subject} (said ${said}${found})`;
}

/** A product says what was multiplied; the rest is in the list. */
function sourceOf(reference: Reference | null): string {
  if (reference?.rule !== "product") return "the reference gives";
  const factors = reference.inputs.map((input) => ("price" in input ? `the price of ${formatDay(input.price.day)}` : input.label));
  return `${factors.join(" times ")} gives`;
}

export function quantityOf({ low, high, unit }: Referred, like: string): string {
  return formatQuantityRange(low, high, unit, like);
}
