"use strict";
(() => {
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const findings = [...document.querySelectorAll(".finding")];
  const sections = [...document.querySelectorAll("section.article")];
  const texts = new Map();
  let at = -1;

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
        any = any || on;
        count += on;
      }
      section.classList.toggle("off", !any);
    }
    shown.textContent = `${count} of ${findings.length} shown`;
  }

  function go(step) {
    for (let k = at + step; k >= 0 && k < findings.length; k += step) {
      if (!findings[k].classList.contains("off")) {
        at = k;
        findings[k].focus();
        findings[k].scrollIntoView({ block: "center" });
        return;
      }
    }
  }

  function otherEnd() {
    const cite = at >= 0 && findings[at].querySelector(".other cite");
    const path = cite && cite.textContent.replace(/, line \d+$/, "");
    const section = path && sections.find((s) => s.dataset.path === path);
    if (section) {
      section.querySelector("h2").scrollIntoView({ block: "start" });
    }
  }

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("focusin", (event) => {
    const finding = event.target.closest && event.target.closest(".finding");
    if (finding) {
      at = findings.indexOf(finding);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.target.matches("input[type=search], select")) {
      if (event.key === "Escape") {
        event.target.blur();
      }
      return;
    }
    const step = { j: 1, k: -1 }[event.key];
    if (step) {
      event.preventDefault();
      go(step);
    } else if (event.key === "o") {
      otherEnd();
    } else if (event.key === "/") {
      event.preventDefault();
      form.elements.words.focus();
    }
  });
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details.record")) {
      details.open = true;
    }
  });
  filter();
})();
