import io, zipfile, json, time
from django.utils import timezone
from tests.person import Person
from tests.factories import make_user
from tests.life import fill
from accounts.portability import archive, upload
from accounts.portability.merge import merge
from accounts.portability.comparison import compare

def out(user):
    f = io.BytesIO()
    archive.write(user, f, timezone.now())
    return f
def load(f):
    return upload.read(f, len(f.getvalue()))
def data(f): return json.loads(zipfile.ZipFile(f).read("milepost.json"))

def test_it(db, settings, django_assert_max_num_queries):
    settings.ACCOUNT_RATE_LIMITS=False
    alice = Person(make_user(email="alice@example.org", display_name="Alice Liddell", verified=True))
    fill(alice)
    first = out(alice.user)
    with django_assert_max_num_queries(200) as c:
        plan = compare(load(first), alice.user)
    print(len(c), plan.new, plan.changed, plan.same, plan.kept, plan.refused)
    alice.user.delete()
    again = make_user(email="alice@example.org", display_name="A", verified=True)
    with django_assert_max_num_queries(400) as c:
        plan = merge(load(first), again)
    print(len(c), plan.new, plan.changed, plan.same, plan.kept, plan.refused)
    for p in plan.parts:
        if p.refused or p.kept or p.lost_links: print(p.section.name, p.refused, p.kept, p.lost_links)
    second = out(again)
    a, b = data(first), data(second)
    for k in a:
        if a[k] != b[k]: print(k, a[k], b[k])
    plan = merge(load(first), again)
    print(plan.new, plan.changed, plan.same, plan.kept, plan.refused)
    bob = make_user(email="bob@example.org")
    plan = merge(load(first), bob)
    print(plan.new, plan.changed, plan.same, plan.kept, plan.refused)
    for p in plan.parts:
        if p.refused or p.kept or p.lost_links: print(p.section.name, p.refused, p.kept, p.lost_links)
    plan = merge(load(first), bob)
    print(plan.new, plan.changed, plan.same, plan.kept, plan.refused)
    assert data(out(again))["log"] == a["log"]
