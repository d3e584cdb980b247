/** Whether this process is on its way out. One for the whole process, whichever bundle asks. */
export function isDraining(): boolean {
  return keeper[key] === true;
}

/** From here on `/api/health/ready` says no, and a balancer sends its readers elsewhere. */
export function startDraining(): void {
  keeper[key] = true;
}

const key = Symbol.for("claimtape.draining");
const keeper = globalThis as { [key]?: boolean };
