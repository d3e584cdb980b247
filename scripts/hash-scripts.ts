// After `next build`: lets each prerendered page run its own inline scripts and no others, and compresses
// what is answered from files.
import { join } from "node:path";
import { writeBuiltAnswers } from "../server/built-answers.ts";
import { writeScriptPolicies } from "../server/script-policies.ts";

const built = join(import.meta.dirname, "../.next");
writeScriptPolicies(built);
writeBuiltAnswers(built, join(import.meta.dirname, "../public"));
