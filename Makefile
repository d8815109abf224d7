# Needs Python 3.11 or newer with venv, and make. `make run` serves, `make test` and `make check` verify.

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)
UV = .venv/bin/uv
UV_VERSION = 0.13.9
export UV_NO_PROGRESS = 1

.PHONY: run dev test check bench audit fuzz soak sbom clean

run: .venv/ready
	@.venv/bin/python manage.py serve

dev: .venv/ready-dev
	@DEBUG=1 .venv/bin/python manage.py migrate --verbosity 0
	@DEBUG=1 .venv/bin/python manage.py createcachetable
	@DEBUG=1 .venv/bin/python manage.py load_catalogue
	@DEBUG=1 .venv/bin/python manage.py runserver $${PORT:-8000}

.venv/bin/uv:
	@command -v $(or $(PYTHON),python3) >/dev/null || { \
		echo "Milepost needs Python 3.11 or newer: install it (Debian, Ubuntu: sudo apt-get install python3-venv)." >&2; exit 1; }
	@$(or $(PYTHON),python3) config/preflight.py
	@$(PYTHON) -m venv .venv
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

# Inexact: the tools of a developer who also runs the site stay.
.venv/ready: .venv/bin/uv uv.lock
	@$(UV) sync --quiet --locked --no-dev --inexact
	@touch $@

.venv/ready-dev: .venv/bin/uv uv.lock
	@$(UV) sync --quiet --locked
	@touch $@ .venv/ready

# The whole suite on SQLite, then once more on PostgreSQL what depends on the database.
test: .venv/ready-dev
	@.venv/bin/python -m pytest --numprocesses auto --dist loadgroup --no-skips
	@TEST_DATABASE=postgres .venv/bin/python -m pytest --numprocesses auto --dist loadgroup --no-skips -m "not once"

# Settings as in production; the key is no secret and opens nothing.
CHECKED = ALLOWED_HOSTS=milepost.example HTTPS=on TRUSTED_PROXY_COUNT=1 EMAIL_URL=submission://mail.example \
	SECRET_KEY=0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ

check: .venv/ready-dev
	@.venv/bin/ruff check --quiet .
	@.venv/bin/ruff format --quiet --check .
	@.venv/bin/mypy
	@find templates -name '*.html' -print0 | xargs -0 .venv/bin/djade --check
	@.venv/bin/lint-imports
	@.venv/bin/deptry .
	@.venv/bin/bandit --quiet --configfile pyproject.toml --recursive accounts career config milepost roadmap
	@.venv/bin/python manage.py makemigrations --check --dry-run
	@$(CHECKED) .venv/bin/python -W error::DeprecationWarning manage.py check --deploy --fail-level WARNING
	@echo "All checks passed."

bench: .venv/ready-dev
	@.venv/bin/python -m tests.bench

# Red, too, when the database of weaknesses or the package index did not answer.
audit: .venv/ready-dev
	@.venv/bin/python -m tests.audit

# For an hour, or MINUTES=5; what was learnt stays in var/fuzz.
fuzz: .venv/ready-dev
	@$(UV) sync --quiet --locked --group fuzz
	@.venv/bin/python -m tests.fuzz --minutes $(or $(MINUTES),60)

# For two hours, or MINUTES=5: learners who never rest, a server that is killed, and what grows meanwhile.
soak: .venv/ready-dev
	@.venv/bin/python -m tests.soak --minutes $(or $(MINUTES),120)

sbom: .venv/bin/uv
	@$(UV) export --frozen --no-dev --quiet --format cyclonedx1.5 --preview-features sbom-export

clean:
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
