"""What the enforcer's figures are measured with: as little as a function can do."""


def handler(event: dict, context: object) -> dict:
    return {"length": len(event["document"])}
