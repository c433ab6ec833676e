// What is wider than the screen scrolls in its box; a box that scrolls can be reached with the keyboard.
const boxes = ".pst-scrollable-table-container, .formula, .cell_output .output, .highlight pre";

function letKeyboardIn() {
  for (const box of document.querySelectorAll(boxes)) {
    const scrolls = box.scrollWidth > box.clientWidth;
    if (scrolls) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}

addEventListener("load", letKeyboardIn);
addEventListener("resize", letKeyboardIn);
