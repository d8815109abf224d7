// Opens the folded module that holds the target of a link within the page.
function unfold() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  target?.scrollIntoView?.({ block: "start" });
}

addEventListener("hashchange", unfold);
if (location.hash) unfold();
