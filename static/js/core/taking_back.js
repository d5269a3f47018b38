/** The bodies that take an entry back, or throw a refused one away. */

/** @typedef {import("./shapes").Body} Body */
/** @typedef {import("./shapes").Captured} Captured */

/** @param {{activity_id: string, base_rev: number, municipality: string, captured: Captured}} frame @returns {Body} */
export const retraction = (frame) => ({ kind: "withdraw", ...frame });

/** Throws away what the server refused or holds: there is no version of it to take back.
 * @param {{activity_id: string, municipality: string, captured: Captured}} frame @returns {Body} */
export const discarding = (frame) => ({ kind: "void", ...frame });
