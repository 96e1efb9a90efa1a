"""The pages, in a real browser that reaches nothing but this machine."""

import re
from collections.abc import Iterator
from shutil import which

import pytest
from playwright.sync_api import Page, Route, expect, sync_playwright

from tests.api.app.test_server import served

pytestmark = pytest.mark.browser

FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"


@pytest.fixture
def page() -> Iterator[Page]:
    """A page of a browser that asks no other machine; whatever a page wants from one fails the test."""
    outside: list[str] = []

    def refuse(route: Route) -> None:
        outside.append(route.request.url)
        route.abort()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=[*FLAGS.split(), "--no-first-run"])
        opened = browser.new_page()
        opened.route(re.compile(r"^https?://(?!127\.0\.0\.1[:/])"), refuse)
        yield opened
        browser.close()
    assert outside == []


@pytest.fixture
def address(url: str) -> Iterator[str]:
    """Where the loaded store is served."""
    with served("--store", url) as (address, _):
        yield address


def test_a_question_of_the_first_page_leads_to_its_answer(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Who arms whom, and who says so?").click()

    expect(page.locator("body")).to_contain_text('"supplier"')


def test_the_description_tries_a_question_out(page: Page, address: str) -> None:
    page.goto(f"{address}docs")
    page.locator(".opblock-summary", has_text="/health").click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()

    expect(page.locator(".live-responses-table tbody .response-col_status").first).to_contain_text("200")
