import type { EventDay } from "../../../lib/domain/market/event-day.ts";
import type { Exchange } from "../../../lib/domain/market/instruments.ts";

/** Hours as the exchanges publish them for January 2025 (Tokyo closes at 15:30 since 5 November 2024). */
export const NEW_YORK: Exchange = {
  id: "NASDAQ",
  name: "Nasdaq",
  timeZone: "America/New_York",
  open: "09:30",
  close: "16:00",
  sessionsOf: "SPY",
};

export const TOKYO: Exchange = {
  id: "TSE",
  name: "Tokyo Stock Exchange",
  timeZone: "Asia/Tokyo",
  open: "09:00",
  close: "15:30",
  sessionsOf: "9984.T",
};

export const HONG_KONG: Exchange = {
  id: "HKEX",
  name: "Hong Kong Exchange",
  timeZone: "Asia/Hong_Kong",
  open: "09:30",
  close: "16:00",
  sessionsOf: "0700.HK",
};

/** The article on New York's clock, worked out by hand: 12:10 in Copenhagen is 06:10, the open 09:30, the Friday before the 24th. */
export const NEW_YORK_EVENT: EventDay = {
  exchange: "NASDAQ",
  timeZone: "America/New_York",
  publishedDay: "2025-01-27",
  publishedTime: "06:10",
  phase: "before-open",
  minutesToOpen: 200,
  eventDay: "2025-01-27",
  baseDay: "2025-01-24",
};
