import subprocess


def handler(event, context):
    subprocess.check_call(["/opt/bin/ffmpeg", "-version"])
