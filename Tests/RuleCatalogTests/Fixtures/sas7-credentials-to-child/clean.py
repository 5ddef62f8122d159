import os
import subprocess


def handler(event, context):
    subprocess.run(["/opt/bin/convert", "/tmp/in"], env={"PATH": os.environ["PATH"]}, check=True)
