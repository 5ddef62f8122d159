import os

import requests

# A comment is as public as the code: password = "Winter-2019!"  # expect: sas7-secret-in-code
DB_PASSWORD = "correct-Horse7"  # expect: sas7-secret-in-code
API_KEY = os.environ.get("PAYMENT_API_KEY", "b7Yt5R2qW9xZ1cV4nM8kPd3")  # expect: sas7-secret-in-code
HEADERS = {"Authorization": "Bearer q8Zk2Lx9Rt5Yp7Mz3Xc8Vb1N"}  # expect: sas7-secret-in-code


class Settings:
    jwt_secret: str = "signed-4ever!"  # expect: sas7-secret-in-code
    password = "swordfish"  # expect: sas7-secret-in-code
