/** What our modules say: every text of a source, whether it goes through `t`, and whether it is made while it loads. */

/** @typedef {{text: string, tag: string, line: number, whileLoading: boolean}} Said a template's text has {0} for what is put in */
/** @typedef {{isBody: boolean, arrow: boolean, back: (() => void) | null}} Frame an open bracket; `back` into the template around it */

const BLANK = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/uy;
const TEXT = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'/uy;
const REGEX = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/uy;
const TOKEN = /=>|[\p{L}_$#][\p{L}\p{N}_$]*|[\d.][\w.]*|[\s\S]/uy;
const TEMPLATE_PART = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/uy;
const BEFORE_A_REGEX = /^(?:[(,=:[!&|?{};+*]|=>|return|)$/u;

/** Knows as much of the language as our formatter leaves to be known. @param {string} source @returns {Said[]} */
export const textsOf = (source) => new Reader(source).read();

class Reader {
  at = 0;
  last = "";
  /** @type {Said[]} */
  found = [];
  /** @type {Frame[]} */
  frames = [{ isBody: false, arrow: false, back: null }];

  /** @param {string} source */
  constructor(source) {
    this.source = source;
  }

  read() {
    while (this.at < this.source.length) {
      if (!this.take(BLANK) && !this.text() && !this.template() && !this.pattern()) {
        this.token(/** @type {RegExpExecArray} */ (this.take(TOKEN))[0]);
      }
    }
    return this.found;
  }

  /** @param {RegExp} kind */
  take(kind) {
    kind.lastIndex = this.at;
    const taken = kind.exec(this.source);
    this.at += taken?.[0].length ?? 0;
    return taken;
  }

  text() {
    const said = this.said("");
    const taken = this.take(TEXT);
    if (taken) {
      this.found.push({ ...said, text: cooked(taken[1] ?? taken[2] ?? "") });
      this.last = '"';
    }
    return taken;
  }

  template() {
    const isOne = this.source[this.at] === "`";
    if (isOne) {
      const tag = /^[\p{L}_$]/u.test(this.last) && this.last !== "return" ? this.last : "";
      const said = this.said(tag);
      this.at += 1;
      this.restOf(said, 0);
    }
    return isOne;
  }

  /** @param {Said} said @param {number} place of what comes next */
  restOf(said, place) {
    said.text += cooked(/** @type {RegExpExecArray} */ (this.take(TEMPLATE_PART))[0]);
    if (this.source[this.at] === "`") {
      this.at += 1;
      this.found.push(said);
      this.last = "`";
    } else {
      this.at += 2;
      said.text += `{${place}}`;
      this.frames.push({ isBody: false, arrow: false, back: () => this.restOf(said, place + 1) });
      this.last = "{";
    }
  }

  pattern() {
    const taken = BEFORE_A_REGEX.test(this.last) ? this.take(REGEX) : null;
    this.last = taken ? "/" : this.last;
    return taken;
  }

  /** @param {string} token */
  token(token) {
    const top = /** @type {Frame} */ (this.frames.at(-1));
    if ("({[".includes(token)) {
      const isBody = token === "{" && [")", "=>"].includes(this.last);
      this.frames.push({ isBody, arrow: false, back: null });
    } else if (")}]".includes(token)) {
      this.frames.pop();
    } else if (token === "=>") {
      top.arrow = true;
    } else if (",;".includes(token)) {
      top.arrow = false;
    }
    this.last = token;
    if (token === "}") {
      top.back?.();
    }
  }

  /** @param {string} tag @returns {Said} */
  said(tag) {
    const line = this.source.slice(0, this.at).split("\n").length;
    const whileLoading = !this.frames.some(({ isBody, arrow }) => isBody || arrow);
    return { text: "", tag, line, whileLoading };
  }
}

/** @param {string} raw */
const cooked = (raw) =>
  raw.replace(/\\(?:u\{?([\da-f]+)\}?|(.))/giu, (_, hex, sign) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : sign === "n" ? "\n" : sign,
  );
