"""A public Open311 client, used as it is, and the published contract: georeport_check.py ORIGIN KEY

The client reads services, definitions and requests. What it cannot do (discovery, posting, tokens) is done with plain
requests. Every JSON answer is held against a schema of ours, written from the description of GeoReport v2, and every
XML answer must say the same as its JSON twin. The last line says how many checks passed.
"""

import sys
import time
import traceback
import uuid
from xml.etree import ElementTree

import jsonschema
import requests
from georeport import GeoReport

from georeport_schemas import CREATED, DEFINITION, DISCOVERY, ERRORS, REQUESTS, SERVICES, TOKENS, UPDATES

ORIGIN, KEY = sys.argv[1:3]
BASE = f"{ORIGIN}/open311/v2"
CONTENT_TYPE = {"json": "application/json; charset=utf-8", "xml": "text/xml; charset=utf-8"}
SECONDS = 20
LONG_AGO = {"start_date": "2001-01-01T00:00:00Z", "end_date": "2001-01-02T00:00:00Z"}
# The first minutes of the simulated day of the demonstration.
MORNING = {"start_date": "2015-04-13T11:55:00Z", "end_date": "2015-04-13T12:05:00Z"}

passed = failed = 0


def check(name, body):
    """Runs one check and says how it went."""
    global passed, failed
    try:
        body()
    except Exception as error:
        failed += 1
        where = traceback.extract_tb(error.__traceback__)[-1]
        print(f"FAIL {name}\n     {where.name}, line {where.lineno}: {error or type(error).__name__}", flush=True)
    else:
        passed += 1
        print(f"ok   {name}", flush=True)


def equal(got, wanted):
    if got != wanted:
        raise AssertionError(f"got {got!r}, wanted {wanted!r}")


def answer(method, path, form, wanted=200, /, **fields):
    """An answer in one format, read and checked for what all answers have."""
    sent = {"data": fields} if method == "POST" else {"params": fields}
    got = requests.request(method, f"{BASE}/{path}.{form}", timeout=SECONDS, allow_redirects=False, **sent)
    if got.status_code != wanted:
        raise AssertionError(f"{method} {path}.{form}: {got.status_code} {got.text[:300]}")
    equal(got.headers["content-type"].lower(), CONTENT_TYPE[form])
    text = got.content.decode("utf-8")
    if form == "json":
        return got.json()
    if not text.startswith('<?xml version="1.0" encoding="utf-8"?>'):
        raise AssertionError(f"no declaration: {text[:60]}")
    return ElementTree.fromstring(got.content)


def same(tree, data):
    """Whether XML says what JSON says: a list is its children, an empty element is null, a value is its text."""
    if isinstance(data, list):
        equal(len(tree), len(data))
        for child, item in zip(tree, data):
            same(child, item)
    elif isinstance(data, dict):
        equal([child.tag for child in tree], list(data))
        for child in tree:
            same(child, data[child.tag])
    elif isinstance(data, bool):
        equal(tree.text, "true" if data else "false")
    elif isinstance(data, (int, float)):
        equal(float(tree.text), float(data))
    else:
        equal(tree.text or "", data or "")


def twins(path, root, schema, /, **fields):
    """Both formats of one answer: JSON as the schema says, XML under its root with the same in it."""
    data = answer("GET", path, "json", **fields)
    jsonschema.validate(data, schema)
    tree = answer("GET", path, "xml", **fields)
    equal(tree.tag, root)
    same(tree, data)
    return data


def refused(method, path, wanted, /, **fields):
    """A refusal in both formats, with its code and how to mend it."""
    data = answer(method, path, "json", wanted, **fields)
    jsonschema.validate(data, ERRORS)
    equal(data[0]["code"], wanted)
    tree = answer(method, path, "xml", wanted, **fields)
    equal((tree.tag, {child.tag for child in tree}), ("errors", {"error"}))
    same(tree, data)


def until(what, ask):
    """Asks again until there is an answer, for twenty seconds at most."""
    for _ in range(100):
        got = ask()
        if got:
            return got
        time.sleep(0.2)
    raise AssertionError(f"{what}: not within twenty seconds")


SERVICES_NOW = requests.get(f"{BASE}/services.json", timeout=SECONDS).json()
ASKING = [service for service in SERVICES_NOW if service["metadata"]]
KINDS = {kind: [s["service_code"] for s in SERVICES_NOW if s["type"] == kind] for kind in ("realtime", "batch", "blackbox")}

# One that takes reports at once and asks nothing.
EASY = next(s["service_code"] for s in SERVICES_NOW if s["type"] == "realtime" and not s["metadata"])


def discovery():
    data = twins("discovery", "discovery", DISCOVERY)
    equal(data["endpoints"][0]["url"].rstrip("/"), BASE)
    equal(sorted(data["endpoints"][0]["formats"]), ["application/json", "text/xml"])


def services():
    data = twins("services", "services", SERVICES)
    codes = [service["service_code"] for service in data]
    equal(len(set(codes)), len(codes))


def definitions():
    if not ASKING:
        raise AssertionError("no service asks anything")
    for service in ASKING:
        data = twins(f"services/{service['service_code']}", "service_definition", DEFINITION)
        equal(data["service_code"], service["service_code"])
        equal([attribute["order"] for attribute in data["attributes"]], list(range(1, len(data["attributes"]) + 1)))


def answers_to(code):
    """Something good for every question of a service that must be answered."""
    definition = answer("GET", f"services/{code}", "json")
    fields = {}
    for attribute in definition["attributes"]:
        if not (attribute["variable"] and attribute["required"]):
            continue
        value = {"number": "3", "datetime": "2015-04-13T12:00:00Z"}.get(attribute["datatype"], "words")
        if "values" in attribute:
            value = attribute["values"][0]["key"]
        fields[f"attribute[{attribute['code']}]"] = value
    return fields


def a_report(code, words="A lamp & a <b>pole</b>,\nboth \u201cdark\u201d \u0648\u0627\u062d\u0629."):
    asked = any(service["service_code"] == code for service in ASKING)
    place = {"lat": "42.3601", "long": "-71.0589"}
    return {"api_key": KEY, "service_code": code, "description": words, **place, **(answers_to(code) if asked else {})}


def posted(form):
    def body():
        got = answer("POST", "requests", form, 201, **a_report(EASY))
        if form == "xml":
            equal((got.tag, got[0].tag), ("service_requests", "request"))
            identity = got[0].findtext("service_request_id")
        else:
            jsonschema.validate(got, CREATED)
            identity = got[0]["service_request_id"]
        [mine] = twins(f"requests/{identity}", "service_requests", REQUESTS)
        equal((mine["service_request_id"], mine["status"]), (identity, "open"))
        for client in (GeoReport(BASE), GeoReport(BASE, output_format="xml")):
            read = client.get_service_request(identity)
            equal((read["service_request_id"], read["status"]), (identity, "open"))
            listed = client.get_service_requests(service_request_id=identity)
            # The client gives a single element of XML as it is, not as a list of one.
            equal((listed if isinstance(listed, list) else [listed])[0]["service_request_id"], identity)

    return body


def sent_twice():
    report = a_report(EASY)
    key = {"Idempotency-Key": uuid.uuid4().hex}
    twice = [requests.post(f"{BASE}/requests.json", data=report, headers=key, timeout=SECONDS) for _ in range(2)]
    equal([sent.status_code for sent in twice], [201, 201])
    equal(twice[0].json()[0]["service_request_id"], twice[1].json()[0]["service_request_id"])


def lists(form):
    def body():
        client = GeoReport(BASE, output_format=form)
        services = client.get_service_list()
        equal(len(services), len(SERVICES_NOW))
        definition = client.get_service_definition(ASKING[0]["service_code"])
        equal(definition["service_code"], ASKING[0]["service_code"])

    return body


def filters(form):
    def body():
        client = GeoReport(BASE, output_format=form)
        found = client.get_service_requests()
        equal(0 < len(found) <= 1000, True)
        code = found[0]["service_code"]
        equal({request["service_code"] for request in client.get_service_requests(service_code=code)}, {code})
        for status in ("open", "closed"):
            equal({request["status"] for request in client.get_service_requests(status=status)}, {status})
        both = client.get_service_requests(start_date="2015-03-02T00:00:00Z", end_date="2015-03-03T00:00:00Z")
        whens = [request["requested_datetime"] for request in both]
        equal(all("2015-03-01T19" <= when <= "2015-03-02T20" for when in whens), True)
        identities = [request["service_request_id"] for request in found[:3]]
        chosen = client.get_service_requests(service_request_id=",".join(identities), status="closed", service_code="none")
        equal(sorted(request["service_request_id"] for request in chosen), sorted(identities))

    return body


def listed():
    window = {"start_date": "2015-03-02T00:00:00Z", "end_date": "2015-03-09T00:00:00Z", "page_size": "50"}
    first = twins("requests", "service_requests", REQUESTS, **window)
    second = twins("requests", "service_requests", REQUESTS, page="2", **window)
    equal({r["service_request_id"] for r in first} & {r["service_request_id"] for r in second}, set())
    extended = twins("requests", "service_requests", REQUESTS, extensions="true", **window)
    equal(all("extended_attributes" in request and "notes" in request for request in extended), True)


def nothing_listed():
    equal(twins("requests", "service_requests", REQUESTS, **LONG_AGO), [])


def updates():
    twins("servicerequestupdates", "service_request_updates", UPDATES, **LONG_AGO)
    told = twins("servicerequestupdates", "service_request_updates", UPDATES, **MORNING)
    equal(len(told) > 0, True)
    [created] = answer("POST", "requests", "json", 201, **a_report(EASY))
    change = {
        "api_key": KEY,
        "service_request_id": created["service_request_id"],
        "update_id": uuid.uuid4().hex,
        "status": "IN_PROGRESS",
        "updated_datetime": "2015-04-13T13:00:00Z",
        "description": "A crew is on its way.",
    }
    for form in ("json", "xml"):
        got = answer("POST", "servicerequestupdates", form, 201, **change)
        told = got[0]["update_id"] if form == "json" else got[0].findtext("update_id")
        equal(told, change["update_id"])


def tokens():
    for kind in ("batch", "blackbox"):
        for code in KINDS[kind][:1]:
            created = answer("POST", "requests", "json", 201, **a_report(code))
            jsonschema.validate(created, CREATED)
            token = created[0]["token"]
            if kind == "batch":
                # The two formats are compared once the request is there, for it may come between the two answers.
                got = until("the token's request", lambda: answer("GET", f"tokens/{token}", "json")[0]["service_request_id"])
                [mine] = answer("GET", f"requests/{got}", "json")
                equal(mine["service_request_id"], got)
            found = twins(f"tokens/{token}", "service_requests", TOKENS)
            equal(found[0]["token"], token)


def bad_filters():
    bad = [
        {"start_date": "yesterday"},
        {"status": "asleep"},
        {"page": "0"},
        {"page_size": "many"},
        {"start_date": "2015-01-01T00:00:00Z", "end_date": "2015-06-01T00:00:00Z"},
    ]
    for fields in bad:
        refused("GET", "requests", 400, **fields)


def bad_reports():
    good = a_report(EASY)

    def without(*names):
        return {name: value for name, value in good.items() if name not in names}

    refused("POST", "requests", 400, **without("service_code"))
    refused("POST", "requests", 400, **without("lat"))
    refused("POST", "requests", 400, **without("lat", "long"))
    refused("POST", "requests", 400, **{**good, "lat": "north"})
    refused("POST", "requests", 400, **{**good, "description": "x" * 4001})
    refused("POST", "requests", 400, **{**good, "email": "nobody"})
    refused("POST", "requests", 404, **{**good, "service_code": "no-such-service"})
    needy = next((s["service_code"] for s in ASKING if answers_to(s["service_code"])), None)
    if needy:
        whole = a_report(needy)
        bare = {name: value for name, value in whole.items() if not name.startswith("attribute[")}
        refused("POST", "requests", 400, **bare)


def bad_keys():
    good = a_report(EASY)
    refused("POST", "requests", 403, **{**good, "api_key": "rtk_wrong"})
    refused("POST", "requests", 403, **{name: value for name, value in good.items() if name != "api_key"})
    refused("POST", "requests", 403, **{**good, "api_key": ""})


def not_found():
    for path in ("services/none", "requests/none", "requests/000-000-001", "tokens/none", "nothing"):
        refused("GET", path, 404)
    for path in ("services", "requests", f"services/{ASKING[0]['service_code']}"):
        refused("GET", path, 404, jurisdiction_id="nowhere.example")


def errors_of_the_client():
    for form in ("json", "xml"):
        client = GeoReport(BASE, output_format=form)
        try:
            client.get_service_request("none")
        except requests.HTTPError as error:
            equal(error.response.status_code, 404)
        else:
            raise AssertionError("the client was not told")


def own_jurisdiction():
    # The refusal of another jurisdiction ends with the name of the right one.
    told = answer("GET", "services", "json", 404, jurisdiction_id="nowhere.example")
    name = told[0]["description"].rsplit(" ", 1)[-1]
    for form in ("json", "xml"):
        equal(len(GeoReport(BASE, jurisdiction=name, output_format=form).get_service_list()), len(SERVICES_NOW))
    equal(len(answer("GET", "services", "json", jurisdiction_id="")), len(SERVICES_NOW))


check("discovery says where it is and in which formats, both alike", discovery)
check("the services are as the standard says, in both formats", services)
check("every service that asks has a definition with questions in order, in both formats", definitions)
check("who names the jurisdiction, or leaves it empty, gets the same", own_jurisdiction)
for form in ("json", "xml"):
    check(f"the client reads services and a definition ({form})", lists(form))
    check(f"a request is posted, and read again by anybody ({form})", posted(form))
check("a request that is sent twice under one key is one request", sent_twice)
if answer("GET", "requests", "json", page_size="1", status="closed"):
    for form in ("json", "xml"):
        check(f"the client narrows requests by code, status, dates and ids ({form})", filters(form))
    check("pages and extensions of requests are as they should be, in both formats", listed)
    check("changes are told in both formats, and taken in both", updates)
check("a list of nothing is an empty list, in both formats", nothing_listed)
if KINDS["batch"] or KINDS["blackbox"]:
    check("a batch submission gets a token that leads to its request, and a black box one that does not", tokens)
check("what is asked wrongly is 400, in both formats", bad_filters)
check("what is reported wrongly is 400 or 404, and says why", bad_reports)
check("a key that is missing or wrong is 403, in both formats", bad_keys)
check("what is not there is 404, in both formats", not_found)
check("the client is told that something is not there", errors_of_the_client)
print(f"{passed} passed, {failed} failed")
sys.exit(0 if failed == 0 else 1)
