/** Where the phone is: a hint for sorting, never awaited, never kept, never sent. */

/** @typedef {import("../core/shapes").Point} Point */

const FRESH = { enableHighAccuracy: false, maximumAge: 120_000, timeout: 20_000 };

/** "granted", "prompt" or "denied". @returns {Promise<PermissionState>} */
export async function permission() {
  if (!navigator.geolocation) {
    return "denied";
  }
  try {
    return (await navigator.permissions.query({ name: "geolocation" })).state;
  } catch {
    return "prompt";
  }
}

/** Asks the person where that is needed. @param {(here: Point) => void} found */
export function locate(found) {
  navigator.geolocation?.getCurrentPosition(
    ({ coords }) => found([coords.latitude, coords.longitude]),
    () => {}, // no position is no fault: places are sorted by use
    FRESH,
  );
}
