// "/" moves the focus to the search field. A single-key shortcut must be one that can be switched off (WCAG 2.1.4).
(function () {
  "use strict";
  const KEY = "ordertrace.search-shortcut";

  function isOn() {
    return localStorage.getItem(KEY) !== "off";
  }

  function isTyping(target) {
    return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !isOn()) {
      return;
    }
    const field = document.querySelector("main [data-search-field]") || document.querySelector("[data-search-field]");
    if (field) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });

  const shortcut = document.querySelector("[data-shortcut]");
  if (shortcut) {
    const box = shortcut.querySelector("input");
    box.checked = isOn();
    box.addEventListener("change", () => localStorage.setItem(KEY, box.checked ? "on" : "off"));
    shortcut.hidden = false;
  }
})();
