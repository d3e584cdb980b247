import { residualsOf } from "../../../lib/domain/study/event-study.ts";
import type { StudyFit } from "../../../lib/domain/study/event-study.ts";
import { abnormalReturn } from "../../../lib/domain/study/market-model.ts";
import { absence } from "../../../lib/domain/market/series.ts";
import type { Absence } from "../../../lib/domain/market/series.ts";
import { mean, standardDeviation } from "../../../lib/domain/study/stats.ts";

/** One statistic per event offset, over the same standard deviation. */
export interface CrudeDependence {
  sd: number;
  offsets: number[];
  t: number[];
}

/**
 * Brown & Warner's (1985, eq. 5–8) test with crude dependence adjustment: the members' mean abnormal
 * return over the standard deviation (divisor n − 1) of their mean *residual* in the estimation
 * window. Averaging first puts the members' correlation into the error; neither the uncertainty of
 * the parameters nor a variance of the event's own is in it. Days all members share.
 *
 * @returns `too-few-days` below two shared estimation days, `no-residual-variance` where the mean residual is constant
 */
export function crudeDependence(fits: StudyFit[]): CrudeDependence | Absence {
  const estimation = meansByOffset(fits.map((fit) => keyed(fit.estimation.offsets, residualsOf(fit))));
  if (estimation.size < 2) return absence("too-few-days", "The members share fewer than two estimation days.");
  const sd = standardDeviation([...estimation.values()]);
  if (!(sd > 0)) return absence("no-residual-variance", "The members' mean residual does not vary.");
  const event = meansByOffset(
    fits.map(({ model, event: { offsets, own, market } }) =>
      keyed(
        offsets,
        own.map((value, i) => abnormalReturn(model, value, market[i] ?? NaN)),
      ),
    ),
  );
  return { sd, offsets: [...event.keys()], t: [...event.values()].map((value) => value / sd) };
}

function keyed(offsets: number[], values: number[]): Map<number, number> {
  return new Map(offsets.map((offset, i) => [offset, values[i] ?? NaN]));
}

function meansByOffset(columns: Map<number, number>[]): Map<number, number> {
  const means = new Map<number, number>();
  for (const offset of columns[0]?.keys() ?? []) {
    const values = columns.map((column) => column.get(offset)).filter((value) => value !== undefined);
    if (values.length === columns.length) means.set(offset, mean(values));
  }
  return means;
}
