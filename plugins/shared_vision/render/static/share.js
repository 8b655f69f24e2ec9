/* Taking a chart along: a picture made in the reader's browser; framed pages follow the device's palette. */
(() => {
  "use strict";

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const draw = async (button) => {
    const source = await (await fetch(button.dataset.png)).text();
    const picture = new Image();
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * picture.width;
    canvas.height = 2 * picture.height;
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(blob, button.dataset.png.replace(/.*\/|\.svg$/g, "") + ".png"), "image/png");
  };

  const start = () => {
    for (const button of document.querySelectorAll("[data-png][hidden]")) {
      button.hidden = false;
      button.addEventListener("click", () => draw(button));
    }
  };

  if (document.querySelector(".sv-frame")) {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => { document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default"; };
    dark.addEventListener("change", follow);
    follow();
  }
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
