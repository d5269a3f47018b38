/** The server of the model, by its contract: one receipt an operation for ever, a feed, backups, restores, a replica. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { changeOf, MUNICIPALITY, verdictOn } from "./model_verdicts.js";

/** @typedef {import("./model_verdicts.js").Standing} Standing */

const PAGE = 4; // small, so that feeds come in parts

export const sha256 = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex");

/** One history of the database. */
const emptyHistory = () => ({
  epoch: "epoch-1",
  /** @type {string[]} ids of operations, in order of commit */
  ledger: [],
  /** @type {string[]} the chain: each depends on all before */
  heads: ["nothing"],
  /** @type {Map<string, any>} */
  receipts: new Map(),
  /** @type {Map<string, string>} the op of each stream and number */
  numbers: new Map(),
  /** @type {Map<string, Standing>} */
  activities: new Map(),
});

export class ModelServer {
  history = emptyHistory();
  backup = emptyHistory();
  replica = emptyHistory();
  durable = 0;
  epochs = 1;
  now = Date.parse("2026-03-09T12:00:00Z");
  /** Every operation that was ever committed, in whatever history. @type {Map<string, string>} */
  committed = new Map();
  resyncs = 0;
  /** What was thrown away on a phone, and told of under its number alone. @type {Set<string>} */
  explained = new Set();

  back_up() {
    this.backup = structuredClone(this.history);
    this.durable = this.history.ledger.length;
  }

  restore() {
    this.epochs += 1;
    this.history = { ...structuredClone(this.backup), epoch: `epoch-${this.epochs}` };
    this.replica = structuredClone(this.history);
  }

  replicate() {
    this.replica = structuredClone(this.history);
  }

  /** The replica takes over: the same history, but for its last commits. Never behind what was called durable. */
  fail_over() {
    if (this.replica.ledger.length >= this.durable) {
      this.history = structuredClone(this.replica);
    }
  }

  /** A coordinator corrects one of the user's entries. @param {number} chance */
  correct(chance) {
    const current = [...this.history.activities].filter(([, { state }]) => state === "current");
    const [id, standing] = current[Math.floor(chance * current.length)] ?? [];
    if (id && standing) {
      const op_id = `desk-${this.committed.size}-${this.epochs}`;
      this.#commit(op_id, "", { status: "stored", rev: standing.rev + 1 });
      const reason = "Rättat";
      this.history.activities.set(id, { ...standing, ...this.#made(standing.rev + 1, "correct"), reason });
    }
  }

  /** @param {string} text @param {string | null} user @returns {{status: number, json: any, retryAfter: null}} */
  receive(text, user) {
    if (user === null) {
      return { status: 401, json: { code: "reauth" }, retryAfter: null };
    }
    const { batch_id, stream_id, cursors, ops, ...batch } = JSON.parse(text);
    if (user !== batch.user) {
      return { status: 403, json: { code: "stream_owner_mismatch" }, retryAfter: null };
    }
    const cursor = cursors[MUNICIPALITY];
    const isKnown = !cursor || this.#knows(cursor);
    this.resyncs += Number(!isKnown);
    /** @type {any[]} */
    const notices = [];
    const results = ops.map((/** @type {any} */ op) => this.#judge(op, stream_id, notices));
    const told = this.#feed(isKnown ? (cursor?.server_seq ?? 0) : 0, ops);
    return {
      status: 200,
      retryAfter: null,
      json: {
        protocol: 1,
        batch_id,
        server_now: new Date(this.now).toISOString(),
        resync: !isKnown,
        results,
        notices,
        ...told,
        durable_through: { [MUNICIPALITY]: this.durable },
      },
    };
  }

  /** The same door, for numbers of what was thrown away. @param {string} text @param {string | null} user */
  explain(text, user) {
    for (const { op_id } of JSON.parse(text).ops) {
      this.explained.add(op_id);
    }
    return this.receive(text, user);
  }

  /** @param {string} text */
  reconcile(text) {
    const { items } = JSON.parse(text);
    const missing = items.filter((/** @type {any} */ { op_id }) => !this.history.receipts.has(op_id));
    return { missing: missing.map((/** @type {any} */ { op_id }) => op_id), different: [] };
  }

  #head = (/** @type {number} */ seq) => this.history.heads[seq];

  /** @typedef {{server_seq: number, head: string | undefined}} Link
   * @param {Link & {epoch: string, ledger?: Link}} cursor */
  #knows = ({ epoch, ledger, ...cursor }) => {
    const { server_seq, head } = ledger ?? cursor; // receipts may be of numbers that the feed has not come to
    return (
      epoch === this.history.epoch &&
      server_seq <= this.history.ledger.length &&
      head === this.#head(server_seq)
    );
  };

  /** @param {number} from @param {{op_id: string}[]} ops */
  #feed(from, ops) {
    const own = new Set(ops.map(({ op_id }) => op_id));
    const { activities, ledger, epoch } = this.history;
    const news = [...activities]
      .filter(([, { seq }]) => seq > from && !own.has(ledger[seq - 1] ?? ""))
      .sort(([, one], [, other]) => one.seq - other.seq);
    const more = news.length > PAGE;
    const changes = news.slice(0, PAGE).map(([activity_id, standing]) => changeOf(activity_id, standing));
    const server_seq = more ? (changes.at(-1)?.server_seq ?? 0) : ledger.length;
    const end = { server_seq: ledger.length, head: this.#head(ledger.length) };
    const cursor = { epoch, server_seq, head: this.#head(server_seq), ...(more && { ledger: end }) };
    return { changes, more, cursors: { [MUNICIPALITY]: cursor } };
  }

  /** @param {{op_id: string, sha256: string, body: string, seq: number}} op @param {string} stream @param {any[]} notices */
  #judge(op, stream, notices) {
    const retry = { op_id: op.op_id, sha256: op.sha256, status: "retry" };
    const known = this.history.receipts.get(op.op_id);
    if (sha256(op.body) !== op.sha256) {
      return { ...retry, code: "bad_digest" };
    }
    if (known) {
      if (this.explained.has(op.op_id) && known.sha256 !== op.sha256) {
        return { ...retry, status: "rejected", code: "op_id_reused" };
      }
      assert.equal(known.sha256, op.sha256, "an operation's body changed under its id");
      return { ...known, duplicate: true };
    }
    const number = `${stream} ${op.seq}`;
    if ((this.history.numbers.get(number) ?? op.op_id) !== op.op_id) {
      notices.push({ code: "stream_cloned" });
      return { ...retry, code: "stream_cloned" };
    }
    const body = JSON.parse(op.body);
    const verdict = verdictOn(body, this.history.activities.get(body.activity_id), this.now);
    if (verdict.status === "retry") {
      return { ...retry, ...verdict };
    }
    this.history.numbers.set(number, op.op_id);
    return this.#commit(op.op_id, op.sha256, verdict);
  }

  /** @param {string} op_id @param {string} digest @param {any} verdict */
  #commit(op_id, digest, { becomes, ...verdict }) {
    const { ledger, heads, receipts, activities } = this.history;
    ledger.push(op_id);
    heads.push(sha256(`${heads.at(-1)} ${op_id}`));
    const receipt = {
      op_id,
      sha256: digest,
      ...verdict,
      server_seq: ledger.length,
      received_at: new Date(this.now).toISOString(),
    };
    receipts.set(op_id, receipt);
    this.committed.set(op_id, digest);
    if (becomes) {
      activities.set(becomes.id, { ...becomes, ...this.#made(becomes.rev, becomes.kind) });
    }
    return receipt;
  }

  #made = (/** @type {number} */ rev, /** @type {string} */ kind) => ({
    rev,
    kind,
    made: this.now,
    seq: this.history.ledger.length,
  });
}
