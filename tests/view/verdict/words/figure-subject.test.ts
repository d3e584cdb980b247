import { describe, expect, it } from "vitest";
import { figureSubject } from "../../../../lib/view/verdict/words/figure-subject.ts";

describe("what a number is of, inside a sentence", () => {
  it.each([
    ["Price of one data-centre GPU", "the price of one data-centre GPU"],
    ["People at DeepSeek", "the number of people at DeepSeek"],
    ["Parameters of DeepSeek-V3", "the number of parameters of DeepSeek-V3"],
    ["Nvidia’s market value", "Nvidia’s market value"],
    ["How much cheaper DeepSeek’s model is to use", "how much cheaper DeepSeek’s model is to use"],
    ["What DeepSeek spent on training its model", "what DeepSeek spent on training its model"],
    ["American federal budget, average of 2025 to 2029", "the American federal budget, average of 2025 to 2029"],
    ["$100bn a year as a share of the federal budget", "$100bn a year as a share of the federal budget"],
  ])("%s", (what, said) => expect(figureSubject(what)).toBe(said));
});
