"""What is done in a page of WebKit by scripts: found, run, and sent in another phone's name."""

from tests.browser.on_disk import LOGS
from tests.browser.witness import IMPATIENT, WITNESS

# What every page of a WebKit with a profile begins with.
# On the page where a log is harmed nobody looks: opened by its name, one that was just deleted is made anew.
BEGINNING = f"""if (location.pathname !== "/logga-in") {WITNESS};
{IMPATIENT};
if (location.protocol !== "about:") {{
  const harmed = localStorage.getItem("harmed");
  if (harmed === "no locks") delete Navigator.prototype.locks;
  if (harmed === "no worker") delete Navigator.prototype.serviceWorker;
}}"""
# Begins a page's life without a power of the browser, from its next load on.
HARM = "(name) => localStorage.setItem('harmed', name)"
# All that a person left, but for the app and its worker.
WIPE = """async () => {
  localStorage.clear();
  sessionStorage.clear();
  const names = (await indexedDB.databases()).map(({name}) => name);
  await Promise.all(names.map((name) => new Promise((done, failed) => {
    const asked = indexedDB.deleteDatabase(name);
    asked.onsuccess = done;
    asked.onerror = () => failed(asked.error);
  })));
}"""

# The first element in sight that has these words: read out, or as its name for those who do not see.
FIND = r"""(css, words) => [...document.querySelectorAll(css)].find((element) => {
  const said = `${element.ariaLabel ?? ""} ${element.innerText ?? ""}`.replaceAll("\u00ad", "");
  return element.checkVisibility() && new RegExp(words).test(said.replace(/\s+/g, " ").trim());
})"""
# Whether what is to be pressed stays where it is, once it is in sight.
AT_REST = """async (element) => {
  element.scrollIntoView({block: "center"});
  const place = () => JSON.stringify(element.getBoundingClientRect());
  const before = place();
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
  return place() === before;
}"""
# What is in sight, for whoever looks in vain.
SHOWN = "() => `${location.pathname}: ${document.body?.innerText}`"
# The same officer's other phone: a stream of its own, and the first entry with another fact in it.
CHANGE_ELSEWHERE = """async (user, changed) => {
  const {href} = document.querySelector("link[rel=modulepreload]");
  const {envelope} = await import(href.replace(/js\\/.*$/, "js/core/answers.js"));
  const log = (await (LOGS)())[`faltlogg-${user}`];
  const mine = log.find(({kind}) => kind === "create");
  const body = JSON.stringify({...JSON.parse(mine.body), kind: "amend", base_rev: 1, ...changed});
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
  const sha256 = [...new Uint8Array(bytes)].map((one) => one.toString(16).padStart(2, "0")).join("");
  const item = {...mine, op_id: crypto.randomUUID(), seq: 1, kind: "amend", body, sha256};
  const text = envelope({
    batch_id: crypto.randomUUID(), stream_id: crypto.randomUUID(), user,
    app_build: document.body.dataset.release, client_now: new Date().toISOString(),
    cursors: {}, floor: 1, items: [item],
  });
  const headers = {"X-Faltlogg": "1", "X-Faltlogg-Sync": "1", "Content-Type": "application/json"};
  const answer = await (await fetch("/api/v1/sync", {method: "POST", headers, body: text})).json();
  return answer.results?.[0]?.status ?? JSON.stringify(answer);
}""".replace("LOGS", LOGS)
RUN = """const done = arguments[arguments.length - 1];
  (async () => (RUN)(...[...arguments].slice(0, -1)))()
    .then((value) => done({value}), (reason) => done({reason: String(reason)}));"""
