// What may import what, and the words and habits this house does without. Core rules do the work.
// tests/house/import-rules.test.ts plants a violation of each and sees it caught.
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const code = "ts,tsx,mts,cts,js,jsx,mjs,cjs";

// Imports are whole paths with their ending (Node runs lib/ as it is), so a list of what is allowed
// can be exact: nothing slips through a folder's index or a `../` in the middle.
const name = "[a-z0-9-]+";
const up = "(?:\\.\\./)+";
const domain = `${up}lib/domain/${name}\\.ts`;
const view = `${up}lib/view/${name}\\.ts`;
const react = ["react", "react/jsx-runtime", "react-dom"];

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
            ...(types.length > 0
              ? [{ regex: `^(?:${types.join("|")})$`, allowTypeImports: true, message: `${what} may import only types from here.` }]
              : []),
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
    `${up}components/${name}\\.tsx?`,
    view,
    `${up}lib/impact\\.ts`,
    `${up}lib/io/(?:data-files|datasets|api-query|openapi)\\.ts`,
  ],
  types: [domain, `${up}lib/io/(?:api-operations|[a-z]+-schema)\\.ts`],
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

  folder("lib/domain", [`lib/domain/**/*.{${code}}`], { may: [`\\./${name}\\.ts`], ...inDomain }),
  // The one package in the domain: exact distribution functions, which are pure and not worth a second writing.
  folder("lib/domain/stats", ["lib/domain/stats.ts"], {
    may: [`\\./${name}\\.ts`, `@stdlib/stats-base-dists-${name}`],
    ...inDomain,
  }),
  folder("lib/view", [`lib/view/**/*.{${code}}`], {
    may: [`\\./${name}\\.ts`, `\\.\\./domain/${name}\\.ts`, "d3-(?:scale|shape|array)", "fastest-levenshtein", "minisearch"],
    ...inDomain,
  }),
  folder("lib/io", [`lib/io/**/*.{${code}}`], {
    may: [`\\./${name}\\.ts`, `\\.\\./domain/${name}\\.ts`, "zod", "@resvg/resvg-js", "lru-cache", "cockatiel", "@redis/client", "yahoo-finance2(?:/.+)?", `node:${name}(?:/${name})*`],
  }),
  // The edge: what comes from outside has no type until it is parsed here.
  { name: "house/the edge may assert", files: [`lib/io/**/*.{${code}}`], rules: { "@typescript-eslint/consistent-type-assertions": "off" } },
  folder("lib", [`lib/*.{${code}}`], {
    may: [`\\./domain/${name}\\.ts`, `\\./io/${name}\\.ts`],
    globals: pure,
    clock: false,
  }),
  // next/link and next/navigation beside React: a link in a component should not reload the page, and
  // the filter of the board lives in the URL. next/dynamic is how the charting library waits to be asked for.
  folder("components", [`components/**/*.{${code}}`], {
    may: [...react, "swr(?:/.+)?", "recharts", "qr", "next/link", "next/navigation", "next/dynamic", "@base-ui/react/autocomplete", `\\./${name}\\.(?:ts|tsx|module\\.css)`, view],
    types: [domain],
  }),
  folder("app", [`app/**/*.{${code}}`], { ignores: [nextFiles, routes], ...inApp }),
  folder("app (Next's own files)", [nextFiles], { ...inApp, restricted: noBarrel }),
  // An answer of the API may ask the cached provider and the drawer of pictures; nobody in app/ asks a vendor or the disk.
  folder("app (routes)", [routes], { ...inApp, may: [...inApp.may, `${up}lib/io/(?:series-store|raster|lifecycle|redis-link)\\.ts`] }),

  // What stands before Next: it may start Next, and of the site it knows the log and the state of the process.
  folder("server", [`server/**/*.{${code}}`], {
    may: [`\\./${name}\\.ts`, `\\.\\./lib/io/${name}\\.ts`, "next", "rate-limiter-flexible", `node:${name}(?:/${name})*`],
  }),

  { files: [`{app,components}/**/*.{${code}}`], ...reactHooks.configs.flat.recommended },
  {
    name: "house/a name that says something",
    files: [`**/{index,utils,helpers,types,constants,common}.{${code}}`, `**/{utils,helpers,types,constants,common}/**/*.{${code}}`],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "Program", message: "This name says nothing: name the file after the one thing in it." },
      ],
    },
  },
);
