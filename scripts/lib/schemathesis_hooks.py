"""Who the requests of scripts/check-schema.mjs come from, so that no rate limit ends the run early."""

import itertools
import json
import os
import secrets

import schemathesis

keys = [key for key in os.environ["SCHEMA_CHECK_KEYS"].split(",") if key]

# Whose seat token is whose, by their identity.
seats = json.loads(os.environ["SCHEMA_CHECK_SEATS"])
succeeded = os.environ["SCHEMA_CHECK_SUCCEEDED"]
known = set()
open(succeeded, "w").close()


def whom_it_is_about(case):
    parameters = case.path_parameters or {}
    author = str(parameters.get("message_id", "")).split(".")[0]
    return seats.get(str(parameters.get("identity", author)))


if keys:
    in_turn = itertools.cycle(keys)
    as_themselves = itertools.cycle([True, False])

    @schemathesis.auth(refresh_interval=None)
    class EachKeyInTurn:
        def get(self, case, context):
            own = whom_it_is_about(case)
            return own if own and next(as_themselves) else next(in_turn)

        def set(self, case, data, context):
            case.headers["Authorization"] = f"Bearer {data}"


def is_valid(case):
    return case.meta is not None and case.meta.generation.mode.is_positive


@schemathesis.hook
def before_call(context, case, kwargs):
    # Looked at only by a server that is told of a proxy before it (TRUST_PROXY=1).
    case.headers["X-Forwarded-For"] = ".".join(str(byte) for byte in (10, *secrets.token_bytes(3)))
    # The example's key with another body is refused, and rightly so.
    if "Idempotency-Key" in case.headers and is_valid(case):
        case.headers["Idempotency-Key"] = secrets.token_hex(16)


@schemathesis.hook
def after_call(context, case, response):
    operation = case.operation.definition.raw.get("operationId")
    if response.status_code < 300 and operation not in known:
        known.add(operation)
        with open(succeeded, "a") as file:
            file.write(f"{operation}\n")
