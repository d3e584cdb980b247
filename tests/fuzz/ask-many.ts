import fc from "fast-check";
import { Agent, request } from "node:http";
import { questionTo } from "./questions.ts";
import type { Question } from "./questions.ts";

interface Answered {
  status: number;
  body: string;
  location: string | undefined;
}

/** How many questions are under way at once. */
const together = 10;

/**
 * Asks a running server `cases` questions about one route.
 *
 * @returns how many answers had each status
 * @throws with the smallest question found whose answer was a failure of ours, showed our insides, or led elsewhere
 */
export async function askMany(origin: string, route: string, cases: number, seed: number): Promise<Map<number, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: together });
  const statuses = new Map<number, number>();
  const property = fc.asyncProperty(fc.array(questionTo(route), { minLength: together, maxLength: together }), async (questions) => {
    const answers = await Promise.all(questions.map((question) => ask(origin, question, agent)));
    for (const [at, { status, body, location }] of answers.entries()) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const said = `${JSON.stringify(questions[at])} -> ${status} ${body.slice(0, 200)}`;
      if (status >= 500 || status === 0) throw new Error(said);
      if (/\n\s+at \S+.*:\d+:\d+\)?/.test(body) || body.includes("node_modules/next/dist")) throw new Error(`A stack: ${said}`);
      if (location !== undefined && !location.startsWith("/") && !location.startsWith(`${origin}/`)) throw new Error(`Leads to ${location}: ${said}`);
    }
  });
  try {
    await fc.assert(property, { numRuns: Math.ceil(cases / together), seed, endOnFailure: cases > 1000 });
  } finally {
    agent.destroy();
  }
  return statuses;
}

function ask(origin: string, { method, path, headers, body }: Question, agent: Agent, again = true): Promise<Answered> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request(
      { hostname, port, method, path, headers: { ...headers, ...(body === "" ? {} : { "content-length": body.length }) }, agent },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => (text += chunk));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text, location: response.headers.location }));
        response.on("error", reject);
      },
    );
    // A kept connection may be closed as we write to it: once more on a new one. Twice is a failure.
    asked.on("error", () =>
      again ? resolve(ask(origin, { method, path, headers, body }, agent, false)) : resolve({ status: 0, body: "no answer", location: undefined }),
    );
    asked.end(body.replace(/[^\x20-\x7e]/g, "x"));
  });
}
