import io
import json
import time
import zipfile

from django.utils import timezone

from accounts.portability import archive
from tests.factories import make_user
from tests.life import fill
from tests.person import Person


def test_it(db, settings, django_assert_max_num_queries):
    settings.ACCOUNT_RATE_LIMITS = False
    alice = Person(make_user(email="alice@example.org", display_name="Alice Liddell", verified=True))
    fill(alice)
    f = io.BytesIO()
    t = time.time()
    with django_assert_max_num_queries(80) as c:
        n = archive.write(alice.user, f, timezone.now())
    print(n, len(c), time.time() - t, len(f.getvalue()))
    z = zipfile.ZipFile(f)
    print(z.namelist())
    d = json.loads(z.read("milepost.json"))
    print([k for k, v in d.items() if not v])
    print(z.read("milepost.json").decode()[:6000])
    for n in z.namelist():
        if n.endswith(".md"):
            print(z.read(n).decode()[:1500])
    print(z.read("csv/offers.csv").decode())
