// Added to each page while it is served: reloads after a build, and lays problems over the last good site.
(function () {
  "use strict";
  var shown = null;
  var known = null;

  function overlay(text) {
    if (shown) shown.remove();
    shown = null;
    if (!text) return;
    shown = document.createElement("section");
    shown.id = "peerpress-problems";
    shown.setAttribute("role", "alert");
    shown.setAttribute("aria-label", "Problems in the content");
    shown.tabIndex = 0;
    var title = document.createElement("p");
    title.textContent = "The content has problems. This is the last good site.";
    var list = document.createElement("pre");
    list.textContent = text;
    shown.append(title, list);
    var look = shown.style;
    look.position = "fixed";
    look.inset = "auto 0 0 0";
    look.maxHeight = "70vh";
    look.overflow = "auto";
    look.padding = "1rem 1.5rem";
    look.background = "#211f1c";
    look.color = "#efeae1";
    look.borderTop = "4px solid #ffd866";
    look.zIndex = "2147483647";
    title.style.margin = "0 0 .75rem";
    title.style.fontWeight = "700";
    list.style.margin = "0";
    list.style.font = "14px/1.5 ui-monospace, Consolas, monospace";
    list.style.whiteSpace = "pre-wrap";
    document.body.append(shown);
  }

  var events = new EventSource("/.peerpress/events");
  events.onmessage = function (event) {
    var news = JSON.parse(event.data);
    if (known !== null && news.version !== known) {
      location.reload();
      return;
    }
    known = news.version;
    overlay(news.problems);
  };
})();
