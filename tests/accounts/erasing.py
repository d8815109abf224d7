"""A process of its own that deletes an account and dies on the way: `python -m tests.accounts.erasing`.

Arguments: the number of the account, and after how many deleting statements the process kills itself.
"""

import os
import signal
import sys

import django


def main(user_id: int, most: int) -> None:
    django.setup()
    from django.db.models.sql.compiler import SQLDeleteCompiler

    from accounts import erasure

    left = [most]
    execute = SQLDeleteCompiler.execute_sql

    def dying(compiler, *args, **kwargs):
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return execute(compiler, *args, **kwargs)

    SQLDeleteCompiler.execute_sql = dying  # type: ignore[assignment, method-assign]  # a failpoint
    erasure.erase(user_id)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
