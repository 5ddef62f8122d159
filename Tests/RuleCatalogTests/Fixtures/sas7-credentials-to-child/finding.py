import os
import subprocess


def handler(event, context):
    subprocess.run(["/opt/bin/convert", "/tmp/in"], env=dict(os.environ), check=True)  # expect: sas7-credentials-to-child
