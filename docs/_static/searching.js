// The search looks in pages of one language: English or Lithuanian, as chosen beside the results.
const lithuanian = /(^|\/)(lt\/|lietuviskai\.html)/;
const languages = { en: "English", lt: "Lietuviškai" };
const begunInLithuanian = lithuanian.test(document.referrer);

function choice(results) {
  const box = document.createElement("fieldset");
  box.className = "search-languages";
  for (const [language, name] of Object.entries(languages)) {
    const label = document.createElement("label");
    const button = Object.assign(document.createElement("input"), { type: "radio", name: "language", value: language });
    button.checked = (language === "lt") === begunInLithuanian;
    label.append(button, ` ${name}`);
    label.lang = language;
    box.append(label);
  }
  box.addEventListener("change", () => show(results, box));
  return box;
}

function show(results, box) {
  const wanted = box.querySelector("input:checked").value;
  for (const row of results.querySelectorAll("ul.search > li")) {
    const link = row.querySelector("a");
    row.hidden = link !== null && lithuanian.test(link.getAttribute("href")) !== (wanted === "lt");
  }
}

addEventListener("DOMContentLoaded", () => {
  const results = document.getElementById("search-results");
  if (!results) return;
  const box = choice(results);
  results.before(box);
  new MutationObserver(() => show(results, box)).observe(results, { childList: true, subtree: true });
});
