// Started by servers.ts: node:http with the bytes it was given, in a process of its own.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { parseArgs } from "node:util";

const { port = "0", hostname = "127.0.0.1" } = parseArgs({ options: { port: { type: "string" }, hostname: { type: "string" } } }).values;
const held: Record<string, { headers: Record<string, string>; body: string }> = JSON.parse(readFileSync(process.env["ANSWERS"] ?? "", "utf8"));
const answers = new Map(Object.entries(held).map(([path, { headers, body }]) => [path, { headers, body: Buffer.from(body, "base64") }]));

createServer((request, response) => {
  const answer = answers.get(request.url ?? "");
  if (answer === undefined) return void response.end("ready");
  response.writeHead(200, answer.headers);
  response.end(answer.body);
}).listen(Number(port), hostname);
