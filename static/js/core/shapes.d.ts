// The shapes that the phone's modules hand each other. Types alone: no browser ever loads this file.

export type Code = string; // a word of the vocabulary or a key of the reference data
export type LocalDate = string; // 2026-03-09, a day in Sweden
export type Instant = number; // milliseconds since 1970

/** A place that is not listed, as it is named in the field; its point is to about 100 m. */
export interface ProposedPlace {
  name: string;
  point?: [number, number];
}

/** What somebody did, as the counting rules see it. */
export interface Activity {
  type: Code;
  focus: readonly Code[];
  organisations: readonly Code[];
  participants: readonly string[];
  others: number;
  targeted: boolean;
  outcome: "completed" | "interrupted";
  place: Code | null;
  proposed?: ProposedPlace | undefined; // instead of a place: counts as none until somebody accepts it
  started: Instant;
  ended: Instant | null;
  counters: Readonly<Record<Code, number>>;
}

/** When it was: just finished, or on a day at a clock time. */
export type When =
  | { kind: "now" }
  | { kind: "at"; date: LocalDate; minutes: number } // it started then
  | { kind: "span"; date: LocalDate; from: number; to: number }; // from and to: minutes of the day

/** The form while it is being filled in. */
export interface Draft {
  municipality: Code;
  type: Code | null;
  focus: Code[];
  place: Code | null;
  proposed?: ProposedPlace | undefined;
  when: When;
  minutes: number;
  organisations: Code[];
  colleagues: string[]; // ids, besides oneself
  others: number;
  targeted: boolean;
  interrupted: boolean;
  counters: Record<Code, number>;
  note: string;
  plan_item?: string | undefined; // the planned time that is done by it
  /** The refused entry that this draft mends. */
  mends: { activity_id: string; base_rev: number | null } | null;
}

/** Presence that was started and is not ended yet. It becomes an entry under its own ids, so that two tabs that end it
 * save the same one. */
export interface Timer {
  id: string;
  op_id: string;
  draft: Draft; // what is done, where and with whom; its own time says nothing
  started: Instant;
}

/** What is said with "plan" is a word on a planned time: it makes no activity, and its id is its own name. */
export type Kind = "create" | "amend" | "withdraw" | "void" | "plan";

export interface Captured {
  wall: string;
  mono_ms: number;
  boot_id: string;
}

/** What an operation says; stored and sent as the JSON text made from it once. */
export interface Body {
  kind: Kind;
  activity_id: string;
  base_rev?: number;
  municipality: Code;
  type?: Code;
  focus?: Code[];
  place?: Code | null;
  proposed_place?: ProposedPlace;
  started_at?: string;
  ended_at?: string | null;
  organisations?: Code[];
  participants?: string[];
  others?: number;
  targeted?: boolean;
  outcome?: "completed" | "interrupted" | "done" | "not_done" | "open"; // the last three of a planned time
  counters?: Record<Code, number>;
  note?: string;
  plan_item?: string; // "<id of the item>/<key of the time>"
  reason?: string; // why it is taken back, or why what was planned was not done
  captured: Captured;
}

export type State =
  | "queued"
  | "sending"
  | "acked"
  | "archived"
  | "needs_fix"
  | "conflict"
  | "held"
  | "quarantined";

/** One result of a sync answer; settled ones are kept word for word. */
export interface Receipt {
  op_id: string;
  sha256: string;
  status: "stored" | "rejected" | "conflict" | "held" | "retry";
  code?: string;
  rev?: number;
  server_seq?: number;
  received_at?: string;
  duplicate?: boolean;
  ledger?: string; // whose series server_seq is of
  current?: { rev: number; state?: ActivityState } & Partial<Facts>; // what stands, where it is in conflict
  errors?: Record<string, string>;
  counted_towards?: { pledge: string; commitment: string; label: string }[];
  plan?: "done" | "not_done" | "open" | "taken" | "unfit" | "gone"; // what it came to in the plan
}

export type ActivityState = "current" | "withdrawn" | "voided";

/** The bare facts of an activity as the server tells them: no note and no people. */
export interface Facts {
  type: Code;
  focus: Code[];
  place: Code | null;
  proposed_place?: ProposedPlace;
  started_at: string;
  ended_at: string | null;
  organisations: Code[];
  others: number;
  targeted: boolean;
  outcome: "completed" | "interrupted";
  counters: Record<Code, number>;
  people?: number;
  has_note?: boolean;
}

/** The newest version of one of the user's own activities, as the feed tells it. */
export interface Told {
  municipality: Code;
  activity_id: string;
  server_seq: number;
  rev: number;
  state: ActivityState;
  kind: Kind | "correct" | "merge";
  received_at: string;
  stream_id?: string | null;
  reason?: string;
  merged_into?: string;
  settles?: string; // the held operation that it decides on
  activity?: Facts;
}

/** The same as the phone keeps it; of an activity that is gone: as it last was. */
export interface Change extends Omit<Told, "activity"> {
  saved_at: Instant; // when the server received it
  activity?: Activity;
  has_note?: boolean;
}

/** What the server says about this phone rather than about an entry. */
export type Notice =
  | { code: "stream_cloned" }
  | { code: "storage_lost"; stream_id: string; highest_seq: number; last_contact: string }
  | { code: "clock_off"; seconds: number };

/** What was noted and not put away yet. */
export interface Notices {
  storage_lost?: { highest_seq: number; last_contact: string | null; unsent?: number };
  clock_off?: { seconds: number };
  stream_cloned?: { at: Instant };
  differing?: { op_ids: string[] };
}

/** `ledger`: how far the ledger went, where the feed did not come so far. */
export type Cursors = Record<
  Code,
  { epoch: string; server_seq: number; head: string; ledger?: { server_seq: number; head: string } }
>;

/** An operation in the outbox. */
export interface Item {
  seq: number;
  op_id: string;
  activity_id: string;
  kind: Kind;
  municipality: Code;
  schema: 1 | 2 | 3;
  sha256: string;
  body: string;
  state: State;
  saved_at: Instant;
  attempts: number;
  not_before?: Instant;
  lease?: { batch_id: string; until: Instant };
  receipt?: Receipt;
  settled_at?: Instant; // by the server's clock
  confirmed?: true; // archived, and the server has it by its digest
  closed?: true; // what the server refused or held, and a person then mended, threw away or refused for good
  decision?: { at: Instant; reason: string } | undefined; // a coordinator's, of what was held; with a reason it is a no
}

export type Sealed = Omit<Item, "seq">;

export type ItemEvent =
  | { type: "lease"; batch_id: string; now: Instant; until: Instant }
  | { type: "release"; not_before?: Instant }
  | { type: "receipt"; receipt: Receipt; batch_id: string; now: Instant; not_before: Instant }
  | { type: "durable"; through: Readonly<Record<Code, number>>; now: Instant }
  | { type: "close" } // a person dealt with it: mended or discarded
  | { type: "decided"; at: Instant; reason: string } // a coordinator took it in, or refused it for a reason
  | { type: "confirmed" } // the server says that it has it still
  | { type: "spoilt" } // its bytes are not those that were saved
  | { type: "offer again" };

/** An activity as its author sees it, folded from the operations about it. */
export interface Entry {
  id: string;
  seq: number; // of its first operation on this phone: the order of saving; 0 for none
  municipality: Code;
  activity: Activity;
  note: string;
  whole: boolean; // false where only the feed tells of it: people and note are not on this phone
  state: "wait" | "sent" | "need" | "removed" | "unreadable";
  code: string;
  errors: Record<string, string>;
  saved_at: Instant;
  rev: number | null; // the version that the next edit builds on
  received_at: Instant | null;
  counted_towards: readonly { commitment: string; label: string }[];
  unsent: boolean; // something about it is not with the server yet
  withdrawing: boolean; // its taking back is not
  /** For core/history.js, which tells what others did with it: `ahead` is the change that is news to this phone. */
  past: { items: readonly Item[]; change: Change | undefined; ahead: Change | undefined };
  /** For core/sides.js, which tells both versions. */
  conflict: { body: string; receipt: Receipt | undefined; change: Change | undefined } | null;
}

export interface Word {
  code: Code;
  sv: string;
  en?: string;
}

export interface ActivityType extends Word {
  icon?: string;
  focus: Word[];
  counters: Word[];
  sensitive?: boolean;
  made_by_product?: boolean;
}

export interface Place {
  id: Code;
  name: string;
  aliases?: string[];
  kinds: Code[];
  point: [number, number] | null;
  flagged: { from: LocalDate; to?: LocalDate | null }[];
  same_as?: Code; // a former id, of a double: the place that it turned out to be is listed beside it
}

export interface Rule {
  types?: Code[];
  focus?: Code[];
  performed_by?: Code[];
  jointly?: Code[];
  targeted?: boolean;
  min_people?: number;
  min_minutes?: number;
  places?: Code[];
  place_kinds?: Code[];
  flagged?: boolean;
  any_of?: Rule[];
  except?: Rule;
  weekdays?: string[];
  clock?: { from: string; to: string };
  seasons?: { from: string; to: string }[];
}

export interface Target {
  kind: "count" | "sum" | "hours" | "coverage" | "milestone" | "increase" | "ongoing" | "reported";
  at_least?: number;
  per?: string;
  unit?: "day" | "place";
  counter?: Code;
  judged?: string;
  in_addition_to?: string;
}

export interface Period {
  from: LocalDate;
  to: LocalDate;
  value: number;
  at_least: number;
  scored: boolean;
  closed: boolean;
  met: boolean;
}

export interface Progress {
  kind: Target["kind"];
  status: string;
  value?: number;
  at_least?: number;
  expected?: number;
  remaining?: Code[];
  last_activity?: LocalDate | null;
  periods?: Period[];
  periods_met?: number;
  periods_scored?: number;
}

export interface Commitment {
  id: string;
  label: string;
  wording: string;
  counts: Rule;
  target: Target;
  valid: { from: LocalDate; to: LocalDate };
  rule_sentence: string;
  target_sentence: string;
  progress: Progress;
  needed_per_week: number | null;
  last_activity: LocalDate | null;
  estimated?: { number: number; seconds: number } | null;
}

export interface Pledge {
  key: string;
  title: string;
  valid: { from: LocalDate; to: LocalDate };
  demo: boolean;
  focus_areas: { name: string; commitments: Commitment[] }[];
}

/** One time of a planned item, as the server tells it. */
export interface PlannedTime {
  plan_item: string;
  title: string;
  unit: string;
  type: Code | null; // null for what is nothing that is logged
  place: Code | null;
  days: { from: LocalDate; to: LocalDate };
  outcome: "done" | "not_done" | null;
  reason: string;
}

/** What the own organisation has planned for about now, as the phone keeps it. */
export interface KeptPlan {
  times: PlannedTime[];
  titles: Record<string, string>; // of what this phone has answered for, by the time's name
  etag: string | null;
  checked_at: Instant;
}

/** What the server tells about a municipality, kept on the phone. */
export interface Reference {
  municipality: { code: Code; name: string };
  generated_at: string;
  as_of: LocalDate;
  types: ActivityType[];
  place_kinds: Word[];
  organisations: { key: Code; sv: string; en?: string }[];
  places: Place[];
  pledges: Pledge[];
}

export interface User {
  id: string;
  name: string;
  organisation: Code;
  role: string;
}

/** Who logs, as the session said last; enough to start with no network. */
export interface Who {
  user: User;
  municipalities: { code: Code; name: string; slug?: string }[];
  current: Code;
  entries_kept_days: number;
}

export type Point = [number, number];

/** How sending stands; never stored, apart from the last success. */
export interface Sending {
  active: boolean;
  paused: null | "reauth" | "other_user" | "revoked" | "old_app";
  last_success: Instant | null;
  unreachable?: boolean; // the phone's own storage gave way: nothing can be said of what lies there
}

/** What an answer is weighed against, all of it read in the transaction that keeps what comes of it. */
export interface Kept {
  items: Item[];
  pulled: Change[];
  cursors: Cursors;
  notices: Notices;
  streams: string[]; // this phone's, the one in use last
}

/** What an answer changes on the phone: all of it is kept, or nothing. */
export interface Settlement {
  items: Item[];
  forgotten: number[]; // numbers of operations
  isPulledAnew: boolean; // what was pulled before goes
  pulled: Change[];
  unpulled: Change[];
  facts: Record<string, unknown>;
}

/** What sending needs of a user's store on the phone. */
export interface OutboxPort {
  items(): Promise<Item[]>;
  transform(change: (items: Item[]) => Item[]): Promise<Item[]>;
  settle(decide: (kept: Kept) => Settlement): Promise<Settlement>;
  fact(key: string): Promise<any>;
  setFact(key: string, value: unknown): Promise<unknown>;
}

/** What sending is handed: the log, the network, the browser's lock, clocks and chance. */
export interface Ports {
  log: OutboxPort;
  post(text: string, limit: number, signal: AbortSignal): Promise<import("./answers").Raw | "slow">;
  signedIn(): Promise<string | null | undefined>;
  alone(name: string, steal: boolean, task: () => Promise<void>): Promise<void>;
  now(): number;
  elapsed(): number; // of a clock that nobody sets
  chance(): number;
  newId(): string;
  newStream(): string;
  digest(text: string): Promise<string>;
  visible(): boolean;
  later(milliseconds: number, task: () => void): () => void;
  user: string;
  build: string;
  keptDays: number;
  changed(state: { active: boolean; paused: Sending["paused"] }): void;
  delivered(): void;
}
