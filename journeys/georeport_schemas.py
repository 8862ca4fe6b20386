"""What the answers of GeoReport v2 look like in JSON: schemas of our own, from its published description."""

TEXT = {"type": "string", "minLength": 1}
MAYBE = {"type": ["string", "null"]}
WHEN = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
MAYBE_WHEN = {"anyOf": [WHEN, {"type": "null"}]}


def record(required, optional=None):
    """An object of GeoReport: servers may say more than the standard asks."""
    return {"type": "object", "required": list(required), "properties": {**required, **(optional or {})}}


def many(item, least=0):
    return {"type": "array", "items": item, "minItems": least}


ERRORS = many(record({"code": {"type": "integer"}, "description": TEXT}), least=1)
ENDPOINT = record({
    "specification": {"const": "http://wiki.open311.org/GeoReport_v2"},
    "url": TEXT,
    "changeset": WHEN,
    "type": {"enum": ["production", "test"]},
    "formats": many({"enum": ["text/xml", "application/json"]}, least=1),
})
DISCOVERY = record({"changeset": WHEN, "contact": TEXT, "key_service": TEXT, "endpoints": many(ENDPOINT, least=1)})
SERVICES = many(
    record(
        {
            "service_code": TEXT,
            "service_name": TEXT,
            "metadata": {"type": "boolean"},
            "type": {"enum": ["realtime", "batch", "blackbox"]},
        },
        {"description": MAYBE, "keywords": MAYBE, "group": MAYBE},
    )
)
ATTRIBUTE = record(
    {
        "variable": {"type": "boolean"},
        "code": TEXT,
        "datatype": {"enum": ["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"]},
        "required": {"type": "boolean"},
        "order": {"type": "integer", "minimum": 1},
        "description": TEXT,
    },
    {"datatype_description": MAYBE, "values": many(record({"key": TEXT, "name": TEXT}), least=1)},
)
DEFINITION = record({"service_code": TEXT, "attributes": many(ATTRIBUTE)})
REQUESTS = many(
    record(
        {
            "service_request_id": TEXT,
            "status": {"enum": ["open", "closed"]},
            "service_code": TEXT,
            "requested_datetime": WHEN,
        },
        {
            "status_notes": MAYBE,
            "service_name": MAYBE,
            "description": MAYBE,
            "agency_responsible": MAYBE,
            "service_notice": MAYBE,
            "updated_datetime": MAYBE_WHEN,
            "expected_datetime": MAYBE_WHEN,
            "address": MAYBE,
            "address_id": MAYBE,
            "zipcode": MAYBE,
            "lat": {"type": ["number", "null"]},
            "long": {"type": ["number", "null"]},
            "media_url": MAYBE,
        },
    )
)
NAMED = {"oneOf": [{"required": ["service_request_id"]}, {"required": ["token"]}]}
CREATED = {**many({**record({}, {"service_notice": MAYBE, "account_id": MAYBE}), **NAMED}, least=1), "maxItems": 1}
TOKENS = many(record({"service_request_id": MAYBE, "token": TEXT}), least=1)
UPDATES = many(
    record({"update_id": TEXT, "service_request_id": TEXT, "status": TEXT, "updated_datetime": WHEN, "description": MAYBE})
)
