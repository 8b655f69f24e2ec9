/* Pointing at a chart, by mouse, touch or arrow keys: what the nearest value or mark is. */
(() => {
  "use strict";

  const tip = document.createElement("div");
  tip.className = "sv-tip";
  tip.setAttribute("aria-live", "polite");

  const read = (plot) => [...plot.querySelectorAll("circle")].map((dot) => {
    const title = dot.querySelector("title");
    const said = title?.textContent ?? "";
    title?.remove();
    return { dot, said, mark: dot.parentNode.matches(".sv-mark-dots"), at: parseFloat(dot.getAttribute("cx")) };
  }).filter(({ said }) => said).sort((one, other) => one.at - other.at);

  const ready = (plot) => {
    if (plot.tabIndex === 0) return;
    const chart = plot.querySelector("svg.sv-chart");
    const marks = plot.closest("figure")?.querySelectorAll(".sv-marks > li") ?? [];
    let points, shown;

    const light = (point, on) => {
      point?.dot.classList.toggle("sv-on", on);
      if (point?.mark) marks[parseInt(point.said, 10) - 1]?.classList.toggle("sv-on", on);
    };
    const show = (point) => {
      light(shown, false);
      shown = point;
      if (!point) return tip.remove();
      light(point, true);
      if (tip.parentNode !== plot) plot.append(tip);
      tip.textContent = point.said;
      const room = plot.getBoundingClientRect();
      const spot = point.dot.getBoundingClientRect();
      const half = tip.offsetWidth / 2;
      const x = spot.x + spot.width / 2 - room.x;
      tip.style.left = `${Math.max(half, Math.min(room.width - half, x))}px`;
      tip.style.top = `${spot.y - room.y - tip.offsetHeight - 6}px`;
    };
    const values = () => (points ??= read(plot)).filter(({ mark }) => !mark);
    const near = (event) => {
      values();
      const place = chart.getBoundingClientRect();
      const at = ((event.clientX - place.x) / place.width) * 100;
      const close = ({ dot }) => {
        const spot = dot.getBoundingClientRect();
        return Math.hypot(event.clientX - spot.x - spot.width / 2, event.clientY - spot.y - spot.height / 2) < 14;
      };
      const away = (point) => Math.abs(point.at - at);
      show(points.find((point) => point.mark && close(point)) ??
        values().reduce((best, point) => (best && away(best) <= away(point) ? best : point), undefined));
    };
    const step = (event) => {
      const along = values();
      const now = along.indexOf(shown);
      const to = { ArrowLeft: now < 0 ? along.length - 1 : now - 1, ArrowRight: now + 1, Home: 0, End: along.length - 1 }[event.key];
      if (event.key === "Escape") show();
      else if (to !== undefined) {
        event.preventDefault();
        show(along[Math.max(0, Math.min(along.length - 1, to))]);
      }
    };

    plot.tabIndex = 0;
    plot.setAttribute("role", "group");
    plot.setAttribute("aria-label", chart.querySelector("title")?.textContent ?? "");
    plot.addEventListener("pointerdown", near);
    plot.addEventListener("pointermove", near);
    plot.addEventListener("pointerleave", ({ pointerType }) => { if (pointerType === "mouse") show(); });
    plot.addEventListener("focus", () => { if (plot.matches(":focus-visible")) show(values().at(-1)); });
    plot.addEventListener("blur", () => show());
    plot.addEventListener("keydown", step);
    marks.forEach((line, number) => {
      const point = () => (points ??= read(plot)).find(({ mark, said }) => mark && parseInt(said, 10) === number + 1);
      for (const [event, on] of [["pointerenter", true], ["focusin", true], ["pointerleave", false], ["focusout", false]]) {
        line.addEventListener(event, () => light(point(), on));
      }
    });
  };

  const start = () => document.querySelectorAll(".sv-plot").forEach(ready);

  if (window.document$) window.document$.subscribe(start);
  else start();
})();
