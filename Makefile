# Needs Python 3.11 or newer with venv, and make. `make run` serves, `make test` and `make check` verify.

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)
UV = .venv/bin/uv
UV_VERSION = 0.13.9
export UV_NO_PROGRESS = 1

.PHONY: run dev test check bench clean

run: .venv/ready
	@.venv/bin/python manage.py serve

dev: .venv/ready-dev
	@DEBUG=1 .venv/bin/python manage.py migrate --verbosity 0
	@DEBUG=1 .venv/bin/python manage.py createcachetable
	@DEBUG=1 .venv/bin/python manage.py load_catalogue
	@DEBUG=1 .venv/bin/python manage.py runserver $${PORT:-8000}

.venv/bin/uv:
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
