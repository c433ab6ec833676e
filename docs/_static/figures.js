// Figures follow the page from light to dark: each is there in both kinds of colours.
const figures = new Map();

function isDark() {
  return document.documentElement.dataset.theme === "dark";
}

function drawFigure(box, light, dark) {
  figures.set(box, { light, dark });
  Plotly.react(box, ...(isDark() ? dark : light));
}

function redraw() {
  for (const [box, { light, dark }] of figures) Plotly.react(box, ...(isDark() ? dark : light));
}

new MutationObserver(redraw).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
