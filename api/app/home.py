"""The page that a browser opens: the questions as links that answer. It needs no script, and no network."""

from html import escape

from fastapi import APIRouter
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

router = APIRouter(include_in_schema=False)

_EXAMPLES = (
    ("Who arms whom, and who says so?", "/arms"),
    ("Who arms Azerbaijan?", "/arms?recipient=Azerbaijan"),
    ("What is contested?", "/propositions?status=contested"),
    ("Who is said to control what?", "/claims?kind=Control"),
    ("What is only a rumour?", "/propositions?status=rumoured"),
    ("What is claimed of Russia?", "/claims?about=Russia"),
    ("Who and what is spoken of?", "/entities?limit=20"),
    ("Which states?", "/entities?type=State"),
    ("Is the store there?", "/health"),
)
_HEADERS = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"}
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>claimgraph</title>
<style>
body {{ font: 1.05rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color: #222; }}
code {{ background: #f2f2f2; padding: .1em .3em; }}
li {{ margin: .4rem 0; }}
</style>
<h1>claimgraph</h1>
<p>Who arms whom, who stands with whom, and who says so. Nothing here is a fact, everything is a claim: each answer
carries its claimant, its status and its exact sentence, as JSON.</p>
<h2>Ask</h2>
<ul>
{questions}
</ul>
<h2>Find out more</h2>
<ul>
<li><a href="/openapi.json">/openapi.json</a>: every question, filter and shape, as OpenAPI</li>
<li><a href="/docs">/docs</a>: the same to try out by hand</li>
<li><code>curl -X POST -H "Content-Type: application/json" -d '{{"text": "...", "publisher": "..."}}' /documents</code>:
take in an article</li>
</ul>
</html>
"""


ASSETS = "/docs/assets"
"""Where the page of the description finds its script and style: in a package beside us, never on the internet."""


@router.get("/docs")
def get_docs() -> HTMLResponse:
    """The description, to try out by hand."""
    return get_swagger_ui_html(
        openapi_url="/openapi.json",
        title="claimgraph",
        swagger_js_url=f"{ASSETS}/swagger-ui-bundle.js",
        swagger_css_url=f"{ASSETS}/swagger-ui.css",
        swagger_favicon_url=f"{ASSETS}/favicon-32x32.png",
    )


def make_assets() -> StaticFiles:
    """The script and style of the description."""
    return StaticFiles(packages=[("fastapi_swagger", "resources")])


@router.get("/")
def get_home() -> HTMLResponse:
    """The page."""
    links = (
        f'<li><a href="{escape(path)}">{escape(text)}</a> <code>{escape(path)}</code></li>' for text, path in _EXAMPLES
    )
    return HTMLResponse(_PAGE.format(questions="\n".join(links)), headers=_HEADERS)
