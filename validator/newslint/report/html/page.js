"use strict";
(() => {
  const form = document.getElementById("filter");
  const keys = document.getElementById("keys");
  const shown = document.getElementById("shown");
  const none = document.getElementById("none");
  const findings = [...document.querySelectorAll(".finding")];
  const sections = [...document.querySelectorAll("section.article")];
  const marks = new Map();
  const texts = new Map();
  let at = -1;
  let away = false;

  for (const mark of document.querySelectorAll(".mark")) {
    const id = mark.hash.slice(1);
    marks.set(id, [...(marks.get(id) || []), mark]);
  }

  function said(finding) {
    if (!texts.has(finding)) {
      texts.set(finding, finding.textContent.toLowerCase());
    }
    return texts.get(finding);
  }

  function filter() {
    const levels = new Set([...form.querySelectorAll("[name=level]:checked")].map((box) => box.value));
    const rule = form.elements.rule.value;
    const path = form.elements.path.value;
    const words = form.elements.words.value.trim().toLowerCase();
    const empty = new Map();
    let count = 0;
    for (const section of sections) {
      let any = false;
      for (const finding of section.querySelectorAll(".finding")) {
        const on =
          levels.has(finding.dataset.level) &&
          (!rule || finding.dataset.rule === rule) &&
          (!path || section.dataset.path === path) &&
          (!words || said(finding).includes(words));
        finding.classList.toggle("off", !on);
        for (const mark of marks.get(finding.id) || []) {
          mark.classList.toggle("mark", on);
        }
        any = any || on;
        count += on;
      }
      empty.set(section, !any);
    }
    const all = count === findings.length;
    for (const section of sections) {
      // an article that holds nothing but other ends is shown with all
      section.classList.toggle("off", !all && empty.get(section));
      for (const row of section.querySelectorAll(".row")) {
        row.classList.toggle("off", !all && !row.querySelector(".finding:not(.off)"));
      }
    }
    none.hidden = all || count > 0;
    shown.textContent = all ? `${count} findings` : `${count} of ${findings.length} findings`;
  }

  function reset() {
    form.reset();
    filter();
  }

  function show(finding) {
    finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "center" });
  }

  function go(step) {
    for (let k = at + step; k >= 0 && k < findings.length; k += step) {
      if (!findings[k].classList.contains("off")) {
        at = k;
        show(findings[k]);
        return;
      }
    }
  }

  function otherEnd() {
    const link = at >= 0 && findings[at].querySelector(".other cite a");
    if (!link) {
      return;
    }
    const end = document.getElementById(link.hash.slice(1));
    if (away || !end) {
      show(findings[at]);
    } else {
      end.closest("section").classList.remove("off");
      end.closest(".row").classList.remove("off");
      location.hash = link.hash;
    }
    away = !away;
  }

  form.hidden = keys.hidden = !findings.length;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("focusin", (event) => {
    const finding = event.target.closest && event.target.closest(".finding");
    if (finding) {
      at = findings.indexOf(finding);
      away = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "Escape") {
      keys.open = false;
      document.activeElement.blur();
      reset();
    } else if (event.target.matches("input[type=search], select")) {
      return;
    } else if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      go(event.key === "j" ? 1 : -1);
    } else if (event.key === "o") {
      otherEnd();
    } else if (event.key === "/") {
      event.preventDefault();
      form.elements.words.focus();
    } else if (event.key === "?") {
      keys.open = !keys.open;
    }
  });
  filter();
})();
