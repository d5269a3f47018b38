/** The sentence beside a commitment's form, said anew while one types; without this, a button says it. */

const AFTER = 250;

/** @param {HTMLFormElement} form */
function keepSaying(form) {
  let waiting = 0;
  let newest = 0;

  async function say() {
    newest += 1;
    const asked = newest;
    const fields = new URLSearchParams(/** @type {any} */ (new FormData(form)));
    const answer = await fetch(String(form.dataset["sentence"]), { method: "POST", body: fields }).catch(
      () => null,
    );
    if (answer?.ok && asked === newest) {
      show(form, await answer.json());
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(say, AFTER);
  });
}

/** @param {HTMLFormElement} form
 *  @param {{target: string, rule: string, scale: string, notes: string[]}} said */
function show(form, said) {
  for (const part of /** @type {const} */ (["target", "rule", "scale"])) {
    put(form, part, [said[part]]);
  }
  const notes = said.notes.map((each) => {
    const line = document.createElement("li");
    line.textContent = each;
    return line;
  });
  put(form, "notes", notes);
  form.querySelector("[data-say=none]")?.toggleAttribute("hidden", said.target !== "");
}

/** @param {HTMLFormElement} form @param {string} part @param {(string | Node)[]} content */
function put(form, part, content) {
  form.querySelector(`[data-say=${part}]`)?.replaceChildren(...content);
}

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (
  document.querySelectorAll("form[data-sentence]")
)) {
  keepSaying(form);
}
