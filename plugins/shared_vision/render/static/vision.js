/* Filters on lists: choices live in the address, with counts. Without this script the whole list is there. */
(() => {
  "use strict";

  const matches = (item, name, value) => !value || (item.dataset[name] || "").split(" ").includes(value);

  const filter = (form) => {
    const list = document.getElementById(form.dataset.filters);
    if (!list || form.dataset.ready) return;
    const selects = [...form.querySelectorAll("select")];
    const one = `[data-${selects[0].name}]`;
    const items = [...list.querySelectorAll(one)];
    const months = [...list.querySelectorAll("section, details")];
    const output = form.querySelector("output");
    const reset = form.querySelector("button");

    const passes = (item, except) =>
      selects.every((select) => select === except || matches(item, select.name, select.value));

    const count = (select) => {
      const others = items.filter((item) => passes(item, select));
      for (const option of select.options) {
        if (!option.value) continue;
        const many = others.filter((item) => matches(item, select.name, option.value)).length;
        option.textContent = `${option.dataset.text} (${many})`;
        option.disabled = !many && !option.selected;
      }
    };

    const show = () => {
      const kept = items.filter((item) => passes(item));
      const seen = new Set();
      for (const item of kept) for (let part = item; part && part !== list; part = part.parentNode) seen.add(part);
      for (const item of items) item.hidden = !seen.has(item);
      for (const month of months) {
        month.hidden = !month.querySelector(`${one}:not([hidden])`);
        if (kept.length < items.length) month.open = true;
      }
      selects.forEach(count);
      const shown = kept.length;
      output.textContent = form.dataset.shown.replace("{0}", shown).replace("{1}", items.length);
      reset.hidden = shown === items.length;
    };

    const remember = () => {
      const address = new URL(location.href);
      for (const { name, value } of selects) {
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      history.replaceState(history.state, "", address);
    };

    const recall = () => {
      const asked = new URL(location.href).searchParams;
      for (const select of selects) {
        const value = asked.get(select.name) || "";
        select.value = [...select.options].some((option) => option.value === value) ? value : "";
      }
    };

    form.addEventListener("change", () => { show(); remember(); });
    reset.addEventListener("click", () => {
      for (const select of selects) select.value = "";
      show();
      remember();
      selects[0].focus();
    });
    form.dataset.ready = "yes";
    recall();
    show();
  };

  /* A quick change of page leaves the header as it was: its language switch must lead from the new page. */
  const switchFromHere = () => {
    const ways = document.querySelector("meta[name=sv-languages]")?.content.split(" ") ?? [];
    for (let way = 0; way < ways.length; way += 2) {
      const link = document.querySelector(`.md-header a[hreflang="${ways[way]}"]`);
      if (link) link.href = new URL(ways[way + 1], location.href);
    }
  };

  const start = () => {
    document.querySelectorAll("[data-filters]").forEach(filter);
    switchFromHere();
  };

  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
