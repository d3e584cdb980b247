import type { DatasetId } from "../../domain/dataset.ts";

/** What a data set is, where it is from and what may be done with it, as `data/README.md` has it at length. */
export interface DatasetWords {
  title: string;
  what: string;
  origin: string;
  licence: string;
  /** Where the download is not the files as they lie here: what it is instead. */
  derived: string | null;
}

const VENDORS =
  "Market data: Yahoo’s and Polygon’s terms allow personal use and forbid redistribution. Derived figures only, unless whoever runs this site holds a licence.";
const OURS = "Facts in our words, each with its source; no rights are reserved in them, and none are given in what the sources own.";

export const DATASET_WORDS: Record<DatasetId, DatasetWords> = {
  prices: {
    title: "Daily prices",
    what: "Open, close, adjusted close and volume of every instrument since June 2023; returns come from the adjusted closes.",
    origin: "Yahoo Finance, through public data repositories; the one of each series is in the list below.",
    licence: VENDORS,
    derived: "Changes since the last close before publication, every session that the method uses; levels and volumes stay here.",
  },
  intraday: {
    title: "5-minute prices",
    what: "Closes of 5-minute bars, 24 to 29 January 2025, hours before and after the session included.",
    origin: "Polygon, for NVDA and TSLA Yahoo Finance; through public data repositories.",
    licence: VENDORS,
    derived: "Changes since the last close before publication, by bar; levels stay here.",
  },
  articles: {
    title: "The article’s claims",
    what: "Who said what, which instruments it is about, and the test each claim is held to.",
    origin: "Read from the article of 27 January 2025; claims in our words, quotes of eight words at most. Tests written in November 2026.",
    licence: "Our words; quoted fragments belong to their speakers. The article itself is not here.",
    derived: null,
  },
  instruments: {
    title: "Instruments and exchanges",
    what: "Hours, calendars, currencies, kinds, and what each instrument is.",
    origin: "Public knowledge of January 2025, written in November 2026.",
    licence: OURS,
    derived: null,
  },
  baskets: {
    title: "Baskets and their stand-ins",
    what: "What stands in for the three Goldman Sachs baskets, and the members of the groups.",
    origin: "Lists chosen by theme in November 2026; the moves Goldman reported are quoted with their source.",
    licence: "Our lists. Goldman Sachs’s own document may not be redistributed, and nothing of it but the quoted moves is here.",
    derived: null,
  },
  capex: {
    title: "Capital spending",
    what: "As announced by 27 January 2025; what came later, apart.",
    origin: "Company statements and press; each figure has its source and day.",
    licence: OURS,
    derived: null,
  },
  calendars: {
    title: "Trading calendars",
    what: "Days on which the exchanges rest or close early, as far as they have published them.",
    origin: "The exchanges’ and governments’ own announcements; each list names its own.",
    licence: OURS,
    derived: null,
  },
  "known-days": {
    title: "Known days",
    what: "Days at which the checks of prices would stop, and why they are real.",
    origin: "Public knowledge, written in November 2026.",
    licence: OURS,
    derived: null,
  },
  changes: {
    title: "Changes",
    what: "Every change of method and data that can make a number differ, with its version.",
    origin: "Written with each change.",
    licence: OURS,
    derived: null,
  },
};
