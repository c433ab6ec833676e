// Figures follow the page from light to dark: each is there in both kinds of colours.
const figures = new Map();

function isDark() {
  return document.documentElement.dataset.theme === "dark";
}

// On a phone, names that would lie on each other are left out.
function fits(trace) {
  return trace.meta !== "labels for wide screens" || window.innerWidth > 640;
}

function shown([data, ...rest]) {
  return [data.filter(fits), ...rest];
}

function drawFigure(box, light, dark) {
  figures.set(box, { light, dark });
  Plotly.react(box, ...shown(isDark() ? dark : light));
}

function redraw() {
  for (const [box, { light, dark }] of figures) Plotly.react(box, ...shown(isDark() ? dark : light));
}

new MutationObserver(redraw).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
