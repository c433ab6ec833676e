// Around a Lithuanian page the theme speaks Lithuanian, too; the menu above names pages in English, and stays so.
const inLithuanian = {
  "On this page": "Šiame puslapyje",
  "Section Navigation": "Šio skyriaus puslapiai",
  "Collapse Sidebar": "Suskleisti meniu",
  "Expand Sidebar": "Išskleisti meniu",
  "Back to top": "Į viršų",
  Previous: "Ankstesnis",
  previous: "ankstesnis",
  Next: "Kitas",
  next: "kitas",
};
const around = ".bd-sidebar-primary, .bd-sidebar-secondary, .prev-next-footer, .prev-next-area, #pst-back-to-top";

addEventListener("DOMContentLoaded", () => {
  if (!document.querySelector('.bd-article > div[lang="lt"]')) return;
  for (const place of document.querySelectorAll(around)) {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const word = texts.currentNode.data.trim();
      if (!Object.hasOwn(inLithuanian, word)) continue;
      texts.currentNode.data = texts.currentNode.data.replace(word, inLithuanian[word]);
      texts.currentNode.parentElement.lang = "lt";
    }
  }
});
