// After `next build`: lets each prerendered page run its own inline scripts and no others.
import { join } from "node:path";
import { writeScriptPolicies } from "../server/script-policies.ts";

writeScriptPolicies(join(import.meta.dirname, "../.next"));
