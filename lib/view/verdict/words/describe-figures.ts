import type { ClaimTest, Figure, Reference } from "../../../domain/article/claim-test.ts";
import type { FigureFinding, FigureOutcome, Referred } from "../../../domain/judgement/figure.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import type { Word } from "../../../domain/judgement/verdict.ts";
import { figureSubject } from "./figure-subject.ts";
import { formatCount, formatDay, formatList } from "../../words/format.ts";
import { formatQuantity } from "../../words/quantity.ts";
import { capitalised } from "../../words/subject-name.ts";
import { wordLabels } from "../../words/verdict-word.ts";

interface Held {
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
  const held = outcome.findings.flatMap((finding): Held[] => {
    const figure = figures.find(({ id }) => id === finding.figure);
    return figure === undefined ? [] : [{ figure, finding }];
  });
  const [only] = held;
  if (only === undefined) return "Not judged: no number is stated.";
  if (held.length === 1) return `${capitalised(clause(only))}: ${only.finding.judged.word === "matches" ? "it matches" : wordLabels[only.finding.judged.word]}.`;
  const groups = NOTABLE.map((word) => held.filter(({ finding }) => finding.judged.word === word)).filter((group) => group.length > 0);
  const [lead = [], ...rest] = groups;
  if (rest.length === 0) return allAlike(lead);
  const opening = `${openingOf(lead, held.length)}: ${lead.length === 1 ? lead.map(clause).join("; ") : formatList(lead.map(brief))}.`;
  const said = (named: boolean) => `${opening} ${capitalised(rest.toReversed().map((group) => otherGroup(group, rest.length === 1, named)).join("; "))}.`;
  const full = said(true);
  return full.split(/\s+/).length <= WORDS ? full : said(false);
}

function allAlike(group: Held[]): string {
  const word = group[0]?.finding.judged.word;
  const all = group.length === 2 ? "Both numbers" : `All ${formatCount(group.length, "number")}`;
  const said = word === "matches" ? "match their references" : `are ${wordLabels[word ?? "not-testable"]}`;
  return `${all} ${said}: ${formatList(group.map(({ figure }) => `${figure.stated.text} for ${figureSubject(figure.what)}`))}.`;
}

function openingOf(lead: Held[], of: number): string {
  const count = capitalised(formatCount(lead.length, "", "").trim());
  const word = lead[0]?.finding.judged.word ?? "not-testable";
  return `${count} of the ${formatCount(of, "number")} ${lead.length === 1 ? "is" : "are"} ${wordLabels[word]}`;
}

/** Those after the notable one, with their names or by what was stated alone. */
function otherGroup(group: Held[], last: boolean, named: boolean): string {
  const [only] = group;
  const word = only?.finding.judged.word ?? "not-testable";
  if (only === undefined || (group.length > 1 && last)) return `the other ${formatCount(group.length, "", "").trim()} ${word === "matches" ? "match" : `are ${wordLabels[word]}`}`;
  const names = formatList(group.map(({ figure }) => (named ? `${figureSubject(figure.what)}, ${figure.stated.text},` : figure.stated.text)));
  if (word === "unsourced") return `no source stands behind ${names.replace(/,$/, "")}`;
  if (word === "matches") return `${names} ${group.length === 1 ? "matches" : "match"}`;
  return `${names} ${group.length === 1 ? "is" : "are"} ${wordLabels[word]}`;
}

/** "Nvidia’s market value is stated as $2T; price of 24 January 2025 times shares outstanding gives $3.49T". */
function clause({ figure, finding: { judged, reference, alternative } }: Held): string {
  const { what, stated } = figure;
  const amount = stated.text.includes("→") ? `${stated.text} (${formatQuantity(stated.value, stated.unit)})` : stated.text.replace(/^</, "fewer than ");
  const said = `${figureSubject(what)} is stated as ${amount}`;
  if (judged.word === "unsourced") return `${said}; ${isAbsent(reference) ? "no source measures it" : "its reference rests on memory alone"}`;
  if (isAbsent(reference)) return `${said}; ${reference.why.replace(/\.$/, "")}`;
  const first = quantityOf(reference, stated.text);
  if (alternative === null || isAbsent(alternative)) return `${said}; ${sourceOf(figure.reference)} ${first}`;
  return `${said}; one reference gives ${first}, another ${quantityOf(alternative, stated.text)}`;
}

/** One of several: "how many times more GPUs training had taken (said 50 times, found 12.2 times)". */
function brief({ figure: { what, stated }, finding: { judged, reference } }: Held): string {
  const said = stated.text.includes("→") ? formatQuantity(stated.value, stated.unit) : stated.text;
  const found = isAbsent(reference) || judged.word === "unsourced" ? "" : `, found ${quantityOf(reference, stated.text)}`;
  return `${figureSubject(what)} (said ${said}${found})`;
}

/** A product says what was multiplied; the rest is in the list. */
function sourceOf(reference: Reference | null): string {
  if (reference?.rule !== "product") return "the reference gives";
  const factors = reference.inputs.map((input) => ("price" in input ? `the price of ${formatDay(input.price.day)}` : input.label));
  return `${factors.join(" times ")} gives`;
}

export function quantityOf({ low, high, unit }: Referred, like: string): string {
  const [from, to] = [formatQuantity(low, unit, like), formatQuantity(high, unit, like)];
  if (low === high) return to;
  // A unit that follows the number is said once.
  const named = unit === "fraction" ? from.replace(/\s?%$/, "") : unit === "USD" ? from : from.slice(0, -unit.length).trim();
  return `${named} to ${to}`;
}
