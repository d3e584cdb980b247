/**
 * What a start checks first: the settings in the environment, then every data file, read as the site
 * would and held against the others. One line, or the first thing that is wrong.
 */
import { DataError } from "../lib/io/data-error.ts";
import { articleSlugs, loadArticle, loadCapex, loadCompositions, loadExchanges, loadInstruments, readIntradaySeries, readPriceSeries } from "../lib/io/data-files.ts";
import { seriesStore } from "../lib/io/series-store.ts";

try {
  seriesStore();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

try {
  const articles = articleSlugs().map((slug) => loadArticle(slug));
  const instruments = Object.keys(loadInstruments());
  const exchanges = loadExchanges();
  const compositions = Object.keys(loadCompositions());
  const capex = loadCapex();
  const prices = instruments.filter((symbol) => readPriceSeries(symbol) !== null);
  const intraday = instruments.filter((symbol) => readIntradaySeries(symbol) !== null);
  const claims = articles.reduce((count, article) => count + article.claims.length, 0);
  console.log(
    `data: ${articles.length} article with ${claims} claims, ${instruments.length} instruments on ${exchanges.length} exchanges, ` +
      `${compositions.length} baskets and groups, ${capex.companies.length} companies' capex, ` +
      `${prices.length} price files, ${intraday.length} intraday files: all fit together`,
  );
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  console.error(`data: ${error.message}`);
  process.exitCode = 1;
}
