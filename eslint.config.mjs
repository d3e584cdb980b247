// What may import what, and the words and habits this house does without. Core rules do the work.
// tests/house/import-rules.test.ts plants a violation of each and sees it caught.
import { relative } from "node:path/posix";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const code = "ts,tsx,mts,cts,js,jsx,mjs,cjs";

// Imports are whole paths with their ending (Node runs lib/ as it is), so a list of what is allowed
// can be exact: nothing slips through a folder's index or a `../` in the middle.
const name = "[a-z0-9-]+";
/** Next's own tests of what its router sends. */
const nextsOwnChecks = "next/dist/server/app-render/parse-and-validate-flight-router-state\\.js";
const up = "(?:\\.\\./)+";
/** What a page may ask of the domain by itself: whether a value is absent, what can be drawn, whether an answer is one. */
const asked = `${up}lib/domain/(?:market/series|report/(?:line-catalogue|since-answer))\\.ts`;
const eventDay = `${up}lib/domain/report/market-event-day\\.ts`;
/** What the domain answers for the API. */
const answers = `${up}lib/domain/report/(?:prices-answer|stand-ins|market-state)\\.ts`;
const domain = `${up}lib/domain/(?:${name}/)?${name}\\.ts`;
const view = `${up}lib/view/(?:${name}/){1,2}${name}\\.ts`;
const react = ["react", "react/jsx-runtime", "react-dom"];

/**
 * The rooms, and which rooms of the same part each may import; the arrows make no circle. `view` are rooms of lib/view
 * that a room of components draws. The same name on both sides is the same subject.
 */
const rooms = {
  "lib/domain": {
    market: {},
    study: { may: ["market"] },
    moves: { may: ["market", "study"] },
    article: { may: ["market"] },
    judgement: { may: ["market", "study", "article"] },
    report: { may: ["market", "study", "moves", "article"] },
  },
  "lib/io": {
    process: {},
    data: {},
    prices: { may: ["data", "process"] },
    contract: { may: ["data", "prices", "process"] },
  },
  "lib/view": {
    words: {},
    chart: { may: ["words"] },
    instrument: { may: ["words"] },
    "verdict/words": { may: ["words"] },
    "verdict/plots": { may: ["words"] },
    "verdict/tables": { may: ["words", "verdict/words"] },
    board: { may: ["words"] },
    arguments: { may: ["words", "verdict/words"] },
    picture: { may: ["words", "chart", "verdict/words"] },
    export: { may: ["words", "chart", "picture", "verdict/words"] },
    site: { may: ["words"] },
  },
  components: {
    ui: { view: ["words"] },
    share: { may: ["ui"], view: ["words", "chart", "export"] },
    chart: { may: ["ui", "share"], view: ["words", "chart", "export", "instrument"] },
    verdict: { may: ["ui"], view: ["words", "verdict/words", "verdict/tables", "verdict/plots"] },
    instrument: { may: ["ui", "share", "chart"], view: ["words", "chart", "instrument"] },
    arguments: { may: ["ui"], view: ["words", "arguments"] },
    claim: { may: ["ui", "share", "chart", "verdict", "instrument", "arguments"], view: ["words", "chart", "instrument", "arguments", "verdict/words"] },
    board: { may: ["ui", "claim"], view: ["words", "board", "instrument"] },
    site: { may: ["ui"], view: ["words", "site"] },
    pages: { may: ["ui"], view: ["words", "site", "export"] },
  },
};

/** The way from one folder to files of others, as an import writes it. */
function pathsTo(from, folders, endings = "ts") {
  return folders.map((folder) => {
    const way = relative(`/${from}`, `/${folder}`);
    return `${(way.startsWith(".") ? way : `./${way}`).replace(/^\.\/$/, ".").replaceAll(".", "\\.")}/${name}\\.(?:${endings})`;
  });
}

/** One rule per room of a part: its own files, the rooms the table names, and what every room of the part may have. */
function roomsOf(part, { endings = "ts", may: shared, ...settings }) {
  return Object.entries(rooms[part]).map(([room, { may = [], view = [] }]) => {
    const own = `${part}/${room}`;
    const inside = pathsTo(own, [own, ...may.map((other) => `${part}/${other}`)], endings);
    const drawn = pathsTo(
      own,
      view.map((other) => `lib/view/${other}`),
    );
    return folder(own, [`${own}/*.{${code}}`], { ...settings, may: [...inside, ...drawn, ...shared] });
  });
}

/** Everywhere. */
const noBarrel = [
  { selector: "ExportAllDeclaration", message: "No barrels: import from the file that says it." },
  {
    selector: "Program:has(> ExportNamedDeclaration[source]):not(:has(> :not(ExportNamedDeclaration[source])))",
    message: "A file of nothing but re-exports is a barrel: import from the file that says it.",
  },
];
const noDefault = [
  { selector: "ExportDefaultDeclaration", message: "Named exports, except where Next or a tool asks for a default." },
  { selector: "ExportSpecifier[exported.name='default']", message: "Named exports, except where Next or a tool asks for a default." },
];

/** No clock: a day or an instant comes in as an argument. */
const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "No clock here: give the instant as an argument." },
  { selector: "CallExpression[callee.name='Date']", message: "No clock here: give the instant as an argument." },
  {
    selector: "CallExpression[arguments.length=0][callee.property.name=/^format(ToParts)?$/]",
    message: "Without an argument this formats the present: give the instant.",
  },
];
const noChance = [
  { object: "Date", property: "now", message: "No clock here: give the instant as an argument." },
  { object: "Math", property: "random", message: "No chance here: the same input gives the same report." },
];
const pure = [
  ..."process fetch performance console crypto navigator".split(" "),
  ..."setTimeout setInterval setImmediate queueMicrotask clearTimeout clearInterval clearImmediate".split(" "),
  ..."globalThis global window self document localStorage sessionStorage XMLHttpRequest WebSocket EventSource".split(" "),
].map((global) => ({ name: global, message: "Pure functions only: no I/O, clock, chance or environment here." }));

/**
 * One folder of the house.
 *
 * @param may regular expressions of what it may import, `types` of what it may import types from
 */
function folder(what, files, { ignores = [], may, types = [], restricted = [...noBarrel, ...noDefault], globals = [], clock = true }) {
  const any = `^(?:${[...may, ...types].join("|")})$`;
  // What may be imported whole is no place for types alone.
  const typesAlone = `^(?!(?:${may.join("|")})$)(?:${types.join("|")})$`;
  const inSelector = any.replaceAll("/", "\\x2F");
  return {
    name: `house/${what}`,
    files,
    ignores,
    // These rules have exceptions written here, with their reasons, not in comments where they are broken.
    linterOptions: { noInlineConfig: true },
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { regex: `^(?!(?:${[...may, ...types].join("|")})$)`, message: `${what} may not import this. See docs/house.md.` },
            ...(types.length > 0 ? [{ regex: typesAlone, allowTypeImports: true, message: `${what} may import only types from here.` }] : []),
          ],
        },
      ],
      "no-restricted-globals": ["error", ...globals],
      "no-restricted-properties": ["error", ...(clock ? [] : noChance)],
      "no-restricted-syntax": [
        "error",
        ...restricted,
        ...(clock ? [] : noClock),
        { selector: `ImportExpression[source.value!=/${inSelector}/]`, message: `${what} may not import this. See docs/house.md.` },
        { selector: "TSImportType", message: "Write an import at the top, where the import rules see it." },
      ],
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/no-non-null-assertion": "error",
    },
  };
}

const inDomain = { globals: pure, clock: false };
const inApp = {
  may: [
    ...react,
    "next",
    `next/${name}(?:/${name})*`,
    `\\./(?:[^./][^/]*/)*${name}(?:\\.module)?\\.(?:ts|tsx|css)`,
    `${up}${name}(?:\\.module)?\\.(?:ts|tsx|css)`,
    `${up}api/${name}\\.ts`,
    `${up}components/${name}/${name}\\.tsx?`,
    view,
    asked,
    eventDay,
    `${up}lib/(?:impact|site)\\.ts`,
    `${up}lib/io/data/(?:data-files|datasets)\\.ts`,
    `${up}lib/io/contract/(?:api-query|openapi)\\.ts`,
  ],
  types: [domain, `${up}lib/io/contract/(?:api-operations|[a-z]+-schema)\\.ts`],
};
const nextFiles = `app/**/{page,layout,template,default,loading,error,global-error,not-found,icon,apple-icon,opengraph-image,twitter-image,sitemap,robots,manifest}.{${code}}`;
const routes = `app/**/route.{${code}}`;

export default defineConfig(
  globalIgnores(["**/.next/", "next-env.d.ts", "reports/", "coverage/", "test-results/", "playwright-report/", ".stryker-tmp/", ".claimtape/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  tseslint.configs.recommended,
  {
    name: "house/everywhere",
    files: [`**/*.{${code}}`],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-syntax": ["error", ...noBarrel, ...noDefault],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "prefer-const": "error",
      "no-var": "error",
    },
  },
  {
    name: "house/what asks for a default export",
    files: [`*.config.{${code}}`, `tests/fixtures/**/*.{${code}}`],
    rules: { "no-restricted-syntax": ["error", ...noBarrel] },
  },

  // An edition and a data set belong to no one room.
  folder("lib/domain", [`lib/domain/*.{${code}}`], { may: [`\\./${name}\\.ts`, `\\./${name}/${name}\\.ts`], ...inDomain }),
  ...roomsOf("lib/domain", { may: [], ...inDomain }),
  // The one package in the domain: exact distribution functions, which are pure and not worth a second writing.
  folder("lib/domain/study/stats", ["lib/domain/study/stats.ts"], {
    may: [`\\./${name}\\.ts`, `@stdlib/stats-base-dists-${name}`],
    ...inDomain,
  }),
  ...roomsOf("lib/view", {
    ...inDomain,
    may: [`(?:\\.\\./){2,3}domain/(?:${name}/)?${name}\\.ts`, "d3-(?:scale|shape|array)", "fastest-levenshtein", "minisearch"],
  }),
  ...roomsOf("lib/io", {
    may: [
      `\\.\\./\\.\\./domain/(?:${name}/)?${name}\\.ts`,
      "zod",
      "@resvg/resvg-js",
      "lru-cache",
      "hyparquet",
      "cockatiel",
      "@redis/client",
      "yahoo-finance2(?:/.+)?",
      `node:${name}(?:/${name})*`,
    ],
  }),
  // The edge: what comes from outside has no type until it is parsed here.
  { name: "house/the edge may assert", files: [`lib/io/**/*.{${code}}`], rules: { "@typescript-eslint/consistent-type-assertions": "off" } },
  folder("lib", [`lib/*.{${code}}`], {
    may: [`\\./domain/(?:${name}/)?${name}\\.ts`, `\\./io/${name}/${name}\\.ts`],
    globals: pure,
    clock: false,
  }),
  // next/link and next/navigation beside React: a link in a component should not reload the page, and
  // the filter of the board lives in the URL.
  ...roomsOf("components", {
    endings: "ts|tsx|module\\.css",
    may: [...react, "swr(?:/.+)?", "recharts", "qr", "next/link", "next/navigation", "@base-ui/react/autocomplete", asked],
    types: [domain],
  }),
  {
    name: "house/every file in a room",
    files: [`{components,lib/io,lib/view}/**/*.{${code}}`, `lib/domain/*/**/*.{${code}}`],
    ignores: Object.entries(rooms).flatMap(([part, all]) => Object.keys(all).map((room) => `${part}/${room}/*`)),
    rules: { "no-restricted-syntax": ["error", { selector: "Program", message: "This is no room: see the table of rooms in eslint.config.mjs." }] },
  },
  folder("app", [`app/**/*.{${code}}`], { ignores: [nextFiles, routes], ...inApp }),
  folder("app (Next's own files)", [nextFiles], { ...inApp, restricted: noBarrel }),
  // An answer of the API may ask the cached provider and the drawer of pictures; nobody in app/ asks a vendor or the disk.
  folder("app (routes)", [routes], {
    ...inApp,
    may: [...inApp.may, answers, `${up}lib/io/prices/series-store\\.ts`, `${up}lib/io/process/(?:raster|lifecycle|redis-link|loopback-origin)\\.ts`],
  }),

  // What stands before Next: it may start Next and judge a request of its router as Next does; of the site it knows the log and the state of the process.
  folder("server", [`server/**/*.{${code}}`], {
    may: [
      `\\./${name}\\.ts`,
      "\\./node-version\\.mjs",
      `\\.\\./lib/io/process/${name}\\.ts`,
      "next",
      nextsOwnChecks,
      "ipaddr\\.js",
      "lru-cache",
      "node:child_process",
      "rate-limiter-flexible",
      `node:${name}(?:/${name})*`,
    ],
  }),

  { files: [`{app,components}/**/*.{${code}}`], ...reactHooks.configs.flat.recommended },
  {
    name: "house/a name that says something",
    files: [`**/{index,utils,helpers,types,constants,common}.{${code}}`, `**/{utils,helpers,types,constants,common}/**/*.{${code}}`],
    rules: {
      "no-restricted-syntax": ["error", { selector: "Program", message: "This name says nothing: name the file after the one thing in it." }],
    },
  },
);
