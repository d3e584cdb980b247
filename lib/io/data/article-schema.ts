import { z } from "zod";
import type {
  Article,
  ArticleGroup,
  CaseNote,
  Claim,
  CrossDisagreement,
  Disagreement,
  Exposure,
  OtherEvent,
  SaidAt,
  Speaker,
} from "../../domain/article/article.ts";
import type { ClaimTest, Figure, FigureInput, Reference, Source } from "../../domain/article/claim-test.ts";
import { exactly, problems } from "./data-error.ts";
import type { Problem } from "./data-error.ts";
import { daySchema, instantSchema } from "./series-schema.ts";

const text = z.string().min(1, "some text");
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens");
const symbol = text;
const direction = z.enum(["up", "down"]);
const expected = z.array(z.strictObject({ symbol, direction })).min(1, "at least one instrument");
const claimType = z.enum(["forecast", "recommendation", "ranking", "relation", "figure", "history", "opinion", "conditional"]);

/** Words as a reader counts them: between spaces. */
export const wordsIn = (quote: string): number => quote.trim().split(/\s+/).length;

const quote = text.refine((words) => wordsIn(words) <= 8, "at most 8 words").nullable();

const label = text.refine((words) => wordsIn(words) <= 5, "at most 5 words");

export const sourceSchema = exactly<Source>()(
  z.strictObject({
    title: text,
    url: z.url("an address").nullable(),
    day: daySchema.nullable(),
    standing: z.enum(["found", "computed", "remembered"]),
  }),
);

export const figureInputSchema = exactly<FigureInput>()(
  z.union([
    z.strictObject({ label: text, value: z.number("a number"), unit: text, source: sourceSchema }),
    z.strictObject({ label: text, date: daySchema, source: sourceSchema }),
    z.strictObject({ label: text, price: z.strictObject({ symbol, day: daySchema }), source: sourceSchema }),
  ]),
);

export const referenceSchema = exactly<Reference>()(
  z
    .strictObject({
      rule: z.enum(["value", "range", "product", "share", "reduction", "mean", "mean-share", "per-year", "days-between"]),
      inputs: z.array(figureInputSchema).min(1, "at least one input"),
      unit: text,
      note: text.exactOptional(),
    })
    .check(problems(inputsOfRule)),
);

/** How many inputs a rule takes, and that dates go with the one rule that counts days. */
function* inputsOfRule({ rule, inputs }: Reference): Iterable<Problem> {
  const wanted = { value: 1, share: 2, reduction: 2, "per-year": 2, "days-between": 2 };
  const count = rule in wanted ? wanted[rule as keyof typeof wanted] : null;
  if (count === null ? inputs.length < 2 : inputs.length !== count) {
    yield { path: ["inputs", "length"], expected: `${count ?? "at least 2"} for the rule ${rule}` };
  }
  for (const [at, one] of inputs.entries()) {
    if ("date" in one !== (rule === "days-between")) {
      yield { path: ["inputs", at], expected: rule === "days-between" ? "a date" : "a value or a price, not a date" };
    }
  }
}

export const statedSchema = exactly<Figure["stated"]>()(
  z.strictObject({
    text,
    value: z.number("a number"),
    unit: text,
    bound: z.enum(["exact", "at-least", "less-than"]),
    digits: z.int().min(0, "0 or more").exactOptional(),
  }),
);

export const figureSchema = exactly<Figure>()(
  z
    .strictObject({
      id,
      what: text,
      subject: text,
      stated: statedSchema,
      reference: referenceSchema.nullable(),
      alternative: referenceSchema.exactOptional(),
      note: text.exactOptional(),
    })
    .check(
      problems(function* ({ stated, reference: first, alternative }: Figure) {
        for (const [name, one] of [
          ["reference", first],
          ["alternative", alternative],
        ] as const) {
          if (one && one.unit !== stated.unit) yield { path: [name, "unit"], expected: `${stated.unit}, as what was stated` };
        }
        if (first === null && alternative) yield { path: ["alternative"], expected: "nothing, where there is no first reference" };
      }),
    ),
);

const horizons = z.array(z.int().positive()).min(1, "at least one horizon");

export const claimTestSchema = exactly<ClaimTest>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("direction"), expected }),
    z.strictObject({
      kind: z.literal("ranking"),
      symbol,
      among: z.union([symbol, z.array(symbol).min(2, "at least two instruments")]),
      claimed: z.enum(["highest", "lowest"]),
      by: z.enum(["sign", "size"]).exactOptional(),
    }),
    z.strictObject({
      kind: z.literal("pair"),
      expected: z.array(z.strictObject({ higher: symbol, lower: symbol })).min(1, "at least one pair"),
      horizons: horizons.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal("relation"),
      among: symbol,
      without: z.array(symbol),
      variable: z.literal("announced-capex"),
      claimedSign: z.enum(["negative", "positive"]),
    }),
    z.strictObject({ kind: z.literal("volatility"), index: symbol, group: symbol }),
    z.strictObject({ kind: z.literal("horizon"), expected, horizons }),
    z.strictObject({ kind: z.literal("figure"), figures: z.array(figureSchema).min(1, "at least one figure") }),
    z.strictObject({
      kind: z.literal("none"),
      reason: z.enum(["no-direction", "no-date", "no-price", "condition-not-met"]),
      note: text,
    }),
  ]),
);

export const exposureSchema = exactly<Exposure>()(
  z.strictObject({
    symbol,
    grade: z.enum(["named", "group", "implied"]),
    direction: direction.nullable(),
    reason: text,
  }),
);

export const saidAtSchema = exactly<SaidAt>()(
  z.strictObject({
    at: z.union([instantSchema, daySchema]),
    source: sourceSchema,
    note: text.exactOptional(),
  }),
);

export const claimSchema = exactly<Claim>()(
  z.strictObject({
    id,
    speaker: id,
    locator: text,
    label,
    wording: text,
    quote,
    types: z.array(claimType).min(1, "at least one type"),
    exposures: z.array(exposureSchema),
    saidAt: saidAtSchema.exactOptional(),
    tests: z.array(claimTestSchema).min(1, "at least one test: `none` says why nothing is judged"),
  }),
);

export const speakerSchema = exactly<Speaker>()(
  z.strictObject({
    id,
    name: text,
    affiliation: text,
    affiliationSymbol: symbol.nullable(),
    interest: text.nullable(),
    part: text,
    saidAt: saidAtSchema.exactOptional(),
  }),
);

const question = text.regex(/\?$/, "a question");

export const disagreementSchema = exactly<Disagreement>()(
  z.strictObject({
    id,
    question,
    claims: z.array(id).min(2, "two or three claims").max(3, "two or three claims"),
    note: text,
  }),
);

export const crossDisagreementSchema = exactly<CrossDisagreement>()(
  z.strictObject({
    id,
    question,
    claim: id,
    other: z.strictObject({ article: id, claim: id }),
    note: text,
  }),
);

export const articleGroupSchema = exactly<ArticleGroup>()(
  z.strictObject({
    symbol: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, "capitals and digits joined by hyphens"),
    name: text,
    shortName: text,
    about: text,
    members: z.array(z.strictObject({ symbol, reason: text })).min(2, "at least two members"),
  }),
);

export const otherEventSchema = exactly<OtherEvent>()(
  z.strictObject({
    id,
    what: text,
    day: daySchema,
    concerns: z.array(symbol),
    source: sourceSchema,
  }),
);

const sessions = z.int("a whole number").positive("1 or more");
const studySchema = z.strictObject({
  estimation: sessions.exactOptional(),
  gap: z.int("a whole number").min(0, "0 or more").exactOptional(),
  minimum: sessions.exactOptional(),
});

const caseNoteSchema = exactly<CaseNote>()(z.strictObject({ on: id, text }));

/** `data/articles/<slug>.json`. What it says about instruments is checked in `article-checks`. */
export const articleSchema = exactly<Article>()(
  z
    .strictObject({
      slug: id,
      title: text,
      originalTitle: text.exactOptional(),
      url: z.url("an address").exactOptional(),
      kind: z.literal("scenario").exactOptional(),
      caution: text.exactOptional(),
      publisher: text,
      author: text,
      language: text,
      publishedAt: instantSchema,
      publishedNote: text.exactOptional(),
      eventName: text.exactOptional(),
      testsWritten: z.strictObject({ day: daySchema, note: text }),
      summary: text,
      speakers: z.array(speakerSchema).min(1, "at least one speaker"),
      claims: z.array(claimSchema).min(1, "at least one claim"),
      disagreements: z.array(disagreementSchema),
      across: z.array(crossDisagreementSchema).exactOptional(),
      groups: z.array(articleGroupSchema).exactOptional(),
      benchmarks: z.array(symbol).min(1, "at least one benchmark").exactOptional(),
      study: studySchema.exactOptional(),
      otherEvents: z.array(otherEventSchema).exactOptional(),
      caseNotes: z.array(caseNoteSchema).exactOptional(),
    })
    .check(
      problems(function* ({ kind, caution }: Article) {
        if (kind === "scenario" && caution === undefined) yield { path: ["caution"], expected: "the sentence that says it is a scenario" };
      }),
    ),
);
