import { expect, type Page, test } from "@playwright/test";
import { axeFinds } from "../fixtures/axe.ts";

const board = "/articles/deepseek-sputnik";
const home = `${board}/arguments`;

const side = (page: Page, label: string) => page.getByRole("article").filter({ hasText: label });
const stances = (page: Page, label: string) => page.getByRole("group", { name: `Your stance on “${label}”` });
/** The page as it is once its script has come: until then a radio keeps no mark. */
const visit = async (page: Page, address: string) => {
  await page.goto(address);
  await page.waitForLoadState("networkidle");
};

test("the overview leads to each disagreement, and from it back", async ({ page }) => {
  await page.goto(home);
  const questions = page.getByRole("heading", { level: 2 }).filter({ hasText: /\?$/ });
  await expect(questions).toHaveCount(9);
  await page.getByRole("link", { name: "Stay with the AI trade, or expect far less hardware?", exact: true }).click();
  await expect(page).toHaveURL(`${home}?claims=goldman-6,brown-13`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stay with the AI trade, or expect far less hardware?");
  await expect(page.getByRole("article")).toHaveCount(2);
  await page.goBack();
  await expect(page).toHaveURL(home);
  await expect(questions).toHaveCount(9);
});

test("two claims are chosen with the mouse, and the address is the short one", async ({ page }) => {
  await visit(page, home);
  await page.getByLabel("First claim").selectOption("brown-10");
  await page.getByLabel("Second claim").selectOption("goldman-2");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(`${home}?claims=brown-10,goldman-2`);
  await expect(page.getByRole("article")).toHaveCount(2);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("“Scary for Nvidia” and “Cheap models question AI spending”, side by side");
  await expect(page.getByText("whether they disagree is for you to say")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("First claim")).toHaveValue("brown-10");
  await page.goBack();
  await expect(page).toHaveURL(home);
  await expect(page.getByLabel("First claim")).toHaveValue("");
});

test("three claims are chosen with the keyboard alone", async ({ page }) => {
  await visit(page, home);
  await page.getByLabel("First claim").focus();
  for (const typed of ["Scary", "Cheap models", "Build inference"]) {
    await page.keyboard.type(typed);
    await page.keyboard.press("Tab");
  }
  await expect(page.getByRole("button", { name: "Compare" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${home}?claims=brown-10,goldman-2,chamath-3`);
  await expect(page.getByRole("article")).toHaveCount(3);
});

test("the same claims are swapped, removed and added to", async ({ page }) => {
  await page.goto(`${home}?claims=brown-10,goldman-2`);
  await page.getByRole("link", { name: /^Swap with the one before ?: “Cheap models question AI spending” with “Scary for Nvidia”/ }).click();
  await expect(page).toHaveURL(`${home}?claims=goldman-2,brown-10`);
  await page.getByRole("navigation", { name: "Compare with" }).getByRole("link").first().click();
  await expect(page.getByRole("article")).toHaveCount(3);
  await page.getByRole("link", { name: /^Remove ?: “Cheap models question AI spending”/ }).click();
  await expect(page.getByRole("article")).toHaveCount(2);
  await page.getByRole("link", { name: /^Remove ?: “Scary for Nvidia”/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "is only one" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 }).filter({ hasText: /\?$/ })).toHaveCount(9);
});

// The page stretches, so the same share of the width is the same move in each column.
test("the columns have one scale, on a wide page and on a phone", async ({ page }) => {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${home}?claims=goldman-6,brown-13`);
    const charts = page.getByRole("article").getByRole("img");
    await expect(charts).toHaveCount(2);
    const ends = await charts.evaluateAll((all) =>
      all.map((svg) => {
        const words = [...svg.querySelectorAll("text")].find((text) => text.textContent.startsWith("DTCR"));
        const row = words?.closest("g");
        return [svg.getBoundingClientRect().width, row?.querySelector("line")?.getAttribute("x1"), row?.querySelector("line")?.getAttribute("x2")];
      }),
    );
    expect(ends[0]?.[1]).toMatch(/%$/);
    expect(ends[0]).toEqual(ends[1]);
    // Beside each other on the wide page, under each other on the phone.
    const boxes = await Promise.all([0, 1].map((i) => page.getByRole("article").nth(i).boundingBox()));
    expect((boxes[0]?.y ?? 0) === (boxes[1]?.y ?? -1)).toBe(width === 1440);
    await expect(charts.first()).toHaveAccessibleName(/DTCR for AI Data Centres −5\.03.%, said up/);
  }
});

test("what an address asks for and cannot have is named, and the page is there", async ({ page }) => {
  for (const [query, says, columns] of [
    ["claims=brown-10,krugman-1,goldman-2", "“krugman-1”", 2],
    ["claims=brown-99,krugman-1", "“brown-99”", 0],
    ["claims=brown-10", "“brown-10”", 0],
    ["claims=brown-10,brown-10", "“brown-10” twice", 0],
    ["claims=brown-10,goldman-2,chamath-3,brown-9", "“brown-9”", 3],
    ["claims=brown-10,goldman-2&stance=brown-10.maybe", "“brown-10.maybe”", 2],
    ["claims=%3Cscript%3E,goldman-2", "“<script>”", 0],
  ] as const) {
    const answer = await page.goto(`${home}?${query}`);
    expect(answer?.status(), query).toBe(200);
    await expect(page.getByRole("alert").filter({ hasText: says }), query).toBeVisible();
    await expect(page.locator("main > div > article"), query).toHaveCount(columns);
  }
});

test("a claim's page names who argues against it and leads there", async ({ page }) => {
  await page.goto(`${board}/claims/brown-13`);
  const opponents = page.getByRole("listitem").filter({ hasText: "Argued against by Jia Wen Tuea" });
  await opponents.getByRole("link").click();
  await expect(page).toHaveURL(`${home}?claims=goldman-6,brown-13`);
  await page.goto(`${board}/claims/chamath-4c`);
  await expect(page.getByText("Pulls against the same speaker’s").first()).toBeVisible();
  await page.getByRole("link", { name: "Compare with another claim" }).click();
  await expect(page.getByLabel("First claim")).toHaveValue("chamath-4c");
});

test("the board leads to the arguments", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Where they disagree" }).click();
  await expect(page).toHaveURL(home);
});

test.describe("a reader's stance", () => {
  const nvidia = "Scary for Nvidia";

  test("is set, kept over a reload, shown on the claim's page, and cleared", async ({ page }) => {
    await visit(page, `${home}?claims=brown-10,chamath-2`);
    await stances(page, nvidia).getByLabel("agree", { exact: true }).check();
    await expect(page.getByText("You agree with 1 claim: prices came out consistent with 1, opposite to 0.")).toBeVisible();
    await page.reload();
    await expect(stances(page, nvidia).getByLabel("agree", { exact: true })).toBeChecked();
    await visit(page, `${board}/claims/brown-10`);
    await expect(stances(page, nvidia).getByLabel("agree", { exact: true })).toBeChecked();
    await stances(page, nvidia).getByRole("button", { name: "clear" }).click();
    await expect(stances(page, nvidia).getByLabel("agree", { exact: true })).not.toBeChecked();
    await expect(stances(page, nvidia).getByLabel("agree", { exact: true })).toBeFocused();
    await visit(page, home);
    await expect(page.getByText("You have taken no stance yet")).toBeVisible();
  });

  test("is set by keyboard", async ({ page }) => {
    await visit(page, `${board}/claims/brown-10`);
    await stances(page, nvidia).getByLabel("agree", { exact: true }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await expect(stances(page, nvidia).getByLabel("disagree")).toBeChecked();
    await page.reload();
    await expect(stances(page, nvidia).getByLabel("disagree")).toBeChecked();
  });

  test("is the same in another tab at once", async ({ page, context }) => {
    const other = await context.newPage();
    await visit(page, `${board}/claims/brown-10`);
    await visit(other, home);
    await stances(page, nvidia).getByLabel("unsure").check();
    await expect(stances(other, nvidia).getByLabel("unsure")).toBeChecked();
    await expect(other.getByText("You are unsure of 1 claim")).toBeVisible();
  });

  for (const rubbish of ["{", "7", '{"deepseek-sputnik":"agree"}', '{"deepseek-sputnik":{"brown-10":"perhaps"}}']) {
    test(`storage that holds ${rubbish} does no harm and is written over`, async ({ page }) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.addInitScript((text) => {
        if (localStorage.getItem("claimtape.stances.1") === null) localStorage.setItem("claimtape.stances.1", text);
      }, rubbish);
      await visit(page, `${board}/claims/brown-10`);
      await expect(stances(page, nvidia).getByRole("radio", { checked: true })).toHaveCount(0);
      await stances(page, nvidia).getByLabel("unsure").check();
      await page.reload();
      await expect(stances(page, nvidia).getByLabel("unsure")).toBeChecked();
      expect(errors).toEqual([]);
    });
  }

  test("works for the visit where the browser refuses storage", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "localStorage", { get: () => { throw new Error("refused"); } });
    });
    await visit(page, `${home}?claims=brown-10,chamath-2`);
    await stances(page, nvidia).getByLabel("agree", { exact: true }).check();
    await expect(page.getByText("You agree with 1 claim")).toBeVisible();
  });

  test("goes nowhere until it is asked for as a link, which shows it as the sender's and leaves one's own alone", async ({ page, browser, baseURL }) => {
    const sent: string[] = [];
    await visit(page, `${home}?claims=brown-10,chamath-2`);
    page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
    await stances(page, nvidia).getByLabel("agree", { exact: true }).check();
    await page.getByRole("button", { name: "Copy link with my stances" }).click();
    const link = page.getByRole("status").getByRole("link");
    await expect(link).toHaveText(`${baseURL}${home}?claims=brown-10,chamath-2&stance=brown-10.agree`);
    expect(sent.filter((one) => one.includes("brown-10.agree"))).toEqual([]);

    const reader = await (await browser.newContext()).newPage();
    await visit(reader, `${baseURL}${home}`);
    await stances(reader, nvidia).getByLabel("disagree").check();
    await visit(reader, (await link.textContent()) ?? "");
    await expect(reader.getByRole("heading", { name: "The sender’s stance" })).toBeVisible();
    await expect(side(reader, "Nvidia has reason to be afraid").getByText("The sender’s stance: agree")).toBeVisible();
    await expect(stances(reader, nvidia).getByLabel("disagree")).toBeChecked();
    await expect(reader.getByText("This would replace 1 of yours.")).toBeVisible();
    await reader.getByRole("button", { name: "Use these as mine" }).click();
    await expect(stances(reader, nvidia).getByLabel("agree", { exact: true })).toBeChecked();
    await expect(reader.getByText("Yours are the same.")).toBeVisible();
    await reader.context().close();
  });

  test("of a sender is shown on a claim's page, which stays static", async ({ page }) => {
    await visit(page, `${board}/claims/brown-10?stance=brown-10.disagree,goldman-2.agree`);
    await expect(page.getByText("The sender’s stance: disagree")).toBeVisible();
    await expect(stances(page, nvidia).getByRole("radio", { checked: true })).toHaveCount(0);
    await page.getByRole("button", { name: "Use these as mine" }).click();
    await expect(stances(page, nvidia).getByLabel("disagree")).toBeChecked();
    // Only the claim that is looked at: the rest of the link is for the page of arguments.
    await visit(page, home);
    await expect(page.getByText(/^You /)).toHaveText(["You disagree with 1 claim: prices came out consistent with 1, opposite to 0."]);
    await visit(page, `${board}/claims/brown-10?stance=brown-10.perhaps`);
    await expect(page.getByText("“brown-10.perhaps”")).toBeVisible();
  });

  test("of a sender goes along with the choice of claims", async ({ page }) => {
    await visit(page, `${home}?stance=brown-10.agree`);
    await page.getByLabel("First claim").selectOption("brown-10");
    await page.getByLabel("Second claim").selectOption("goldman-2");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL(`${home}?claims=brown-10,goldman-2&stance=brown-10.agree`);
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("claims are chosen and shown, a sender's stance too, and nothing stands there that cannot work", async ({ page }) => {
    await page.goto(`${home}?stance=brown-10.agree`);
    await expect(page.getByRole("heading", { name: "The sender’s stance" })).toBeVisible();
    await page.getByLabel("First claim").selectOption("brown-10");
    await page.getByLabel("Second claim").selectOption("goldman-2");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL(`${home}?claims=brown-10,goldman-2&stance=brown-10.agree`);
    await expect(page.getByRole("article")).toHaveCount(2);
    await expect(page.getByText("The sender’s stance: agree")).toBeVisible();
    await expect(page.getByRole("article").getByRole("img").first()).toBeVisible();
    for (const name of ["Your stance", "Use these as mine", "Your stance beside the verdict"]) await expect(page.getByText(name, { exact: true }).first()).toBeHidden();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no axe violation with stances taken and a sender's beside them, ${colorScheme}, down to 320 px`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const address of [`${home}?claims=brown-10,goldman-2,chamath-3&stance=brown-10.disagree,nobody.agree`, `${home}?stance=brown-10.disagree`, `${board}/claims/brown-10?stance=brown-10.disagree`]) {
        await visit(page, address);
        await stances(page, "Scary for Nvidia").getByLabel("agree", { exact: true }).check();
        const copy = page.getByRole("button", { name: "Copy link with my stances" });
        if ((await copy.count()) > 0) await copy.click();
        expect(await axeFinds(page, colorScheme), address).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0);
      }
    }
    await context.close();
  });
}
