def handler(event, context):
    with open("/tmp/state", "w") as file:
        file.write("started")
