import subprocess
import sys


def handler(event, context):
    subprocess.check_call([sys.executable, "-m", "pip", "install", "requests", "-t", "/tmp/packages"])  # expect: sas6-runtime-install
