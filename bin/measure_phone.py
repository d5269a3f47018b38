"""Measures the phone on a slow line and processor: cold start, start without network, press to receipt.

Usage: bin/measure_phone.py ADDRESS E-MAIL PASSWORD [rounds]. Prints medians: milliseconds, packed kilobytes.
"""

import shutil
import statistics
import sys
import tempfile
import time
from typing import Any

from playwright.sync_api import BrowserContext, Page, sync_playwright

SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 180_000, "uploadThroughput": 84_000}
NO_NETWORK = {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
USABLE = "() => document.querySelector('[data-screen]:not([hidden]) [data-part=state] .status') !== null"


def main() -> None:
    address, email, password, *rounds = sys.argv[1:]
    with sync_playwright() as playwright:
        for name, value in measured(
            playwright, address, (email, password), int(rounds[0] if rounds else 5)
        ).items():
            print(f"{name:45} {value:8.1f}")


def measured(playwright: Any, address: str, who: tuple[str, str], rounds: int) -> dict[str, float]:
    cold, offline, presses, weights = [], [], [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as profile:
            context = start(playwright, profile)
            sign_in(context.pages[0], address, *who)
            forget_all_but_the_session(context, address)
            weight = weigh(context, address)
            cold.append(opened(context, address, SLOW_4G))
            weights.append(weight)
            keep(context.pages[-1])
            context.close()
            context = start(playwright, profile)
            offline.append(opened(context, address, NO_NETWORK))
            presses += pressed(context.pages[-1])
            context.close()
    return {
        "cold start to usable, slow 4G, 4 x CPU (ms)": statistics.median(cold),
        "start without network, 4 x CPU (ms)": statistics.median(offline),
        "press to Sparad, 4 x CPU, p95 (ms)": sorted(presses)[int(len(presses) * 0.95)],
        "all bytes to usable (kB)": statistics.median(total for total, _ in weights) / 1000,
        "scripts to usable and after (kB)": statistics.median(scripts for _, scripts in weights) / 1000,
    }


def start(playwright: Any, profile: str) -> BrowserContext:
    context: BrowserContext = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=shutil.which("chromium"),
        args=["--disable-gpu", "--no-first-run", "--disable-background-networking"],
        viewport={"width": 360, "height": 740},
    )
    return context


def sign_in(page: Page, address: str, email: str, password: str) -> None:
    page.goto(f"{address}/logga-in?next=/")
    page.fill("#email", email)
    page.fill("#password", password)
    page.click("form:has([name=password]) [type=submit]")
    page.wait_for_function(USABLE)


def forget_all_but_the_session(context: BrowserContext, address: str) -> None:
    page = context.pages[0]
    page.goto("about:blank")  # one that runs on would miss its log, and take the processor's time
    devtools = context.new_cdp_session(page)
    kinds = "appcache,indexeddb,local_storage,service_workers,cache_storage,file_systems"
    devtools.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": kinds})
    devtools.send("Network.clearBrowserCache")


def opened(context: BrowserContext, address: str, line: dict[str, Any]) -> float:
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", line)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    begun = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_function(USABLE, polling=20)
    return (time.perf_counter() - begun) * 1000


def weigh(context: BrowserContext, address: str) -> tuple[float, float]:
    """What the first start transfers: all of it until usable, and the scripts; the worker's copies apart."""
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    until_usable: list[float] = []
    devtools.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    devtools.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(address, wait_until="commit")
    page.wait_for_function(USABLE, polling=20)
    until_usable.append(sum(sizes.values()))
    page.wait_for_load_state("networkidle")
    scripts = sum(size for request, size in sizes.items() if kinds.get(request) == "Script")
    page.close()
    forget_all_but_the_session(context, address)
    return until_usable[0], scripts


def keep(page: Page) -> None:
    page.wait_for_function("() => navigator.serviceWorker.controller?.state === 'activated'")


def pressed(page: Page) -> list[float]:
    """From the press on Spara to the receipt, over several entries."""
    took = []
    for _ in range(8):
        page.click("[data-screen='/']:not([hidden]) a[href='/ny']")
        page.wait_for_selector("[data-screen='/ny']:not([hidden]) [data-part=counts] *")
        took.append(
            page.evaluate(
                """() => new Promise((done) => {
                  const begun = performance.now();
                  new MutationObserver((_, watcher) => {
                    if (document.querySelector("[data-screen='/']:not([hidden]) .receipt")) {
                      watcher.disconnect();
                      done(performance.now() - begun);
                    }
                  }).observe(document.body, {subtree: true, childList: true, attributes: true});
                  document.querySelector("[data-screen='/ny'] [type=submit]").click();
                })"""
            )
        )
    return took


if __name__ == "__main__":
    main()
