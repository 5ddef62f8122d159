import io
import shutil
import tempfile


def handler(event, context):
    with open(tempfile.gettempdir() + "/order", "wb") as target:
        shutil.copyfileobj(io.BytesIO(event["body"].encode()), target)  # expect: sas12-tmp-residue
        shutil.copyfileobj(io.BytesIO(b"constant"), target)
