/* Tables sorted by a column: up, down, then as they came; lists keep it in the address. */
(() => {
  "use strict";

  const words = () => new Intl.Collator(document.documentElement.lang || "en", { numeric: true });
  const signs = () => Object.fromEntries(
    new Intl.NumberFormat(document.documentElement.lang || "en", { useGrouping: "always" })
      .formatToParts(1234567.5).map(({ type, value }) => [type, value]));

  const key = (cell, { group, decimal }) => {
    const text = (cell?.firstChild?.textContent ?? "").trim();
    const plain = text.replaceAll(group, "").replace(/[\s%]/g, "").replace("−", "-").replace(decimal, ".");
    return { text, number: plain === "" ? NaN : Number(plain) };
  };

  const sortable = (table) => {
    const body = table.tBodies[0];
    if (!body || body.rows.length < 3 || table.querySelector("thead button")) return;
    const heads = [...table.tHead.rows[0].cells];
    const before = [...body.rows];
    const list = table.closest("[id^=sv-]");
    let sorted = 0;

    const order = (column) => {
      sorted = column;
      const way = Math.sign(column);
      const place = Math.abs(column) - 1;
      const keys = new Map(before.map((row, at) => [row, { at, ...key(row.cells[place], signs()) }]));
      const numeric = before.filter((row) => !Number.isNaN(keys.get(row).number)).length > before.length / 2;
      const { compare } = words();
      const after = (one, other) => {
        const [first, second] = [keys.get(one), keys.get(other)];
        if (!column) return first.at - second.at;
        if (heads[place].dataset.sort) return way * (first.at - second.at);
        if (!numeric) return way * compare(first.text, second.text);
        if (Number.isNaN(first.number) || Number.isNaN(second.number)) return Number.isNaN(first.number) - Number.isNaN(second.number);
        return way * (first.number - second.number);
      };
      body.append(...[...before].sort(after));
      heads.forEach((head, at) => {
        if (at === place && column) head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
        else head.removeAttribute("aria-sort");
      });
    };
    const remember = () => {
      if (!list) return;
      const address = new URL(location.href);
      if (sorted) address.searchParams.set("sort", sorted);
      else address.searchParams.delete("sort");
      history.replaceState(history.state, "", address);
    };

    heads.forEach((head, at) => {
      if (!before.some((row) => row.cells[at]?.textContent.trim())) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        const column = at + 1;
        order(sorted === column ? -column : sorted === -column ? 0 : column);
        remember();
      });
      head.append(button);
    });
    const asked = Number(list && new URL(location.href).searchParams.get("sort"));
    if (Number.isInteger(asked) && asked && heads[Math.abs(asked) - 1]) order(asked);
  };

  const start = () => document.querySelectorAll(".sv-table.sv-kpis, .sv-table.sv-data:not(.sv-stacked)").forEach(sortable);

  if (window.document$) window.document$.subscribe(start);
  else start();
})();
