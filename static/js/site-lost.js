// The page of addresses where nothing stands asks for this script in each folder above it. The
// first that is found stands in the site's: from there come the styles, and the links lead there.
(function () {
  "use strict";

  const root = document.currentScript.src.replace(/js\/site-lost\.js$/, "");
  if (document.querySelector("link[rel=stylesheet]")) return;
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = root + "css/site.css";
  document.head.append(style);
  document.querySelectorAll("a").forEach((a) => { a.href = root + a.getAttribute("href").replace(/^\.\//, ""); });
})();
