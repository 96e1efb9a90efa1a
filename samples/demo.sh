#!/bin/sh
# What `make demo` shows: the samples loaded, who arms whom, and one contested claim with everybody's sentence.
set -eu
cd "$(dirname "$0")/.."
KG_STORE=sqlite:demo.db
export KG_STORE
say() { printf '\n$ %s\n' "$*"; "$@"; }

say kg load samples
say kg arms
say kg claims --kind Control --status contested
cat <<'END'

What to type next (the command is .venv/bin/kg, the store is demo.db in this folder):
  export KG_STORE=sqlite:demo.db PATH="$PWD/.venv/bin:$PATH"
  kg arms --recipient Ukraine            who arms Ukraine, each answer with its claimant and its sentence
  kg claims --about Russia               everything that is claimed of Russia
  kg load your-article.txt --publisher "Your Paper" --published 2026-11-25
  kg serve                               then open http://127.0.0.1:8000/ (the REST API and its documentation)
END
