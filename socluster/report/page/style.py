"""The style sheet of a page: one column, readable on a phone, on a screen and on paper."""

__all__ = ["CSS"]

CSS = """
:root { --ink: #1f2328; --grey: #59636e; --line: #d0d7de; --pale: #f6f8fa; --accent: #0072b2; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; color: var(--ink); background: #fff;
  font: 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
main, header, nav { max-width: 58rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
main { padding-bottom: 4rem; }
main:focus { outline: none; }
h1 { font-size: clamp(1.6rem, 1.2rem + 1.8vw, 2.3rem); line-height: 1.2; margin: 0 0 .6em; letter-spacing: -.01em; }
h2 { font-size: 1.45rem; line-height: 1.25; margin: 2.4em 0 .6em; }
h2 { padding-top: .6em; border-top: 1px solid var(--line); }
h3 { font-size: 1.2rem; line-height: 1.3; margin: 2em 0 .4em; }
h4, h5, h6 { font-size: 1.0625rem; margin: 1.6em 0 .3em; }
p, ul { max-width: 44rem; margin: 0 0 1em; overflow-wrap: break-word; }
a { color: var(--accent); }
nav ol { margin: 0 0 1em; padding-left: 1.4em; }
nav h2 { font-size: 1rem; margin: 1em 0 .3em; padding: 0; border: 0; color: var(--grey); }
.skip { position: absolute; left: -100vw; background: #fff; padding: .5rem 1rem; }
.skip:focus { left: .5rem; top: .5rem; outline: 2px solid var(--accent); z-index: 9; }
figure { margin: 1.6em 0 2em; }
figcaption { color: var(--grey); font-size: .94rem; line-height: 1.45; max-width: 44rem; overflow-wrap: break-word; }
.drawing { width: 100%; min-width: 0; overflow: hidden; }
.drawing .textpoint text { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round; }
.drawing + figcaption { margin-top: .6em; }
.table figcaption { margin-bottom: .5em; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--accent); }
table { border-collapse: collapse; font-size: .94rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
th, td { padding: .38em .9em .38em 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; font-weight: 600; }
tbody th { font-weight: 400; max-width: 22rem; overflow-wrap: break-word; }
th.number, td.number { text-align: right; white-space: nowrap; padding-left: .9em; padding-right: .3em; }
@media (max-width: 40rem) {
  body { font-size: 1rem; }
  main, header, nav { padding-left: .9rem; padding-right: .9rem; }
  figure.drawn { margin-left: -.5rem; margin-right: -.5rem; }
  figure.drawn figcaption { padding: 0 .5rem; }
}
@media print {
  @page { margin: 18mm 15mm; }
  body { font-size: 10.5pt; line-height: 1.45; }
  main, header, nav { max-width: none; padding: 0; }
  .skip, nav, .modebar-container { display: none !important; }
  h1, h2, h3, h4 { break-after: avoid; }
  figure.drawn, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  a { color: inherit; text-decoration: none; }
}
"""
