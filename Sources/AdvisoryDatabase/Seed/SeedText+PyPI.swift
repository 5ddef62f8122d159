extension SeedText {
  /// Packages of PyPI; the form of a line is in ``SeedLine``.
  static let pypi: StaticString = """
    GHSA-45c4-8wx5-qw6w|CVE-2023-37276 PYSEC-2023-120|aiohttp|0..<3.8.5||444||HTTP request smuggling
    GHSA-5h86-8mv2-jq9f|CVE-2024-23334 PYSEC-2024-24|aiohttp|1.0.5..<3.9.2|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|22||Path traversal
    GHSA-8qpw-xqxj-h4r2|CVE-2024-23829 PYSEC-2024-26|aiohttp|0..<3.9.2|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:L|444||HTTP request smuggling
    GHSA-gfw2-4jvh-wgfg|CVE-2023-47627 PYSEC-2023-246|aiohttp|0..<3.8.6|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|444||HTTP request smuggling
    GHSA-qvrw-v9rv-5rjx|CVE-2023-49082 PYSEC-2023-251|aiohttp|0..<3.9.0|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N|444||HTTP request smuggling
    GHSA-xx9p-xxvh-7g8j|CVE-2023-47641 PYSEC-2023-247|aiohttp|0..<3.8.0|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:N|444||HTTP request smuggling
    GHSA-c35q-ffpf-5qpm|CVE-2023-46446 PYSEC-2023-239|asyncssh|0..<2.14.1|CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:N|||Messages of a session can be injected or removed
    PYSEC-2024-52|CVE-2024-37568|authlib|0..<1.3.1||327||Public keys are accepted as HMAC keys of tokens
    GHSA-m5vv-6r4h-3vj9|CVE-2024-35255|azure-identity|0..<1.16.1|CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N|362||Local users can get at the credentials of others
    GHSA-h4m5-qpfp-3mpv|CVE-2021-42771 PYSEC-2021-421|babel|0..<2.9.1||22||Path traversal
    GHSA-m6xf-fq7q-8743|CVE-2020-6816 PYSEC-2020-28|bleach|0..<3.1.2||79||Cross-site scripting
    GHSA-q65m-pv3f-wr5r|CVE-2020-6802 PYSEC-2020-27|bleach|0..<3.1.1||79||Cross-site scripting
    GHSA-vv2x-vrpj-qqpq|CVE-2021-23980 PYSEC-2021-865|bleach|0..<3.3.0||79||Cross-site scripting
    GHSA-rwmf-w63j-p7gv|CVE-2023-27586 PYSEC-2023-9|cairosvg|0..<2.7.0||918||Server-side request forgery by an image
    GHSA-q4xr-rc97-m4xx|CVE-2021-23727 PYSEC-2021-858|celery|0..<5.2.2||78||Command injection through the results of tasks
    GHSA-43fp-rhv2-5gv8|CVE-2022-23491 PYSEC-2022-42986|certifi|2017.11.5..<2022.12.7||345||Trusts root certificates that browsers no longer trust
    GHSA-xqr8-7jwr-rhp7|CVE-2023-37920 PYSEC-2023-135|certifi|2015.4.28..<2023.7.22||345||Trusts root certificates that browsers no longer trust
    GHSA-fcf9-3qw3-gxmj|CVE-2018-10903 PYSEC-2018-52|cryptography|1.9..<2.3||||Short authentication tags are accepted, so that messages can be forged
    GHSA-hggm-jpg3-v476|CVE-2020-25659 PYSEC-2021-62|cryptography|0..<3.2.1||||Timing side channel
    GHSA-jfhm-5ghh-2f97|CVE-2023-49083 PYSEC-2023-254|cryptography|3.1..<41.0.6|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|476||Loading PKCS#7 certificates crashes the process
    GHSA-rhm9-p9w5-fwm7|CVE-2020-36242 PYSEC-2021-63|cryptography|3.1..<3.3.2||||Buffer overflow
    GHSA-w7pp-m8wf-vj6r|CVE-2023-23931 PYSEC-2023-11|cryptography|1.8..<39.0.1||||Bytes that cannot change are changed by a cipher
    PYSEC-2023-112|CVE-2023-38325|cryptography|40.0.0..<41.0.2||295||SSH certificates with critical options are misread
    PYSEC-2022-199||ctx|0.1.2-1...||506||Malicious code in the published package
    GHSA-2gwj-7jmv-h26r|CVE-2022-28346 PYSEC-2022-190|django|2.2..<2.2.28 3.2..<3.2.13 4.0..<4.0.4||89||SQL injection
    GHSA-3gh2-xw74-jmcw|CVE-2020-9402 PYSEC-2020-36|django|1.11..<1.11.29 2.2..<2.2.11 3.0..<3.0.4||89||SQL injection
    GHSA-6r97-cj55-9hrq|CVE-2019-14234 PYSEC-2019-13|django|1.11..<1.11.23 2.1..<2.1.11 2.2..<2.2.4||89||SQL injection
    GHSA-hmr4-m2h5-33qx|CVE-2020-7471 PYSEC-2020-35|django|1.11..<1.11.28 2.2..<2.2.10 3.0..<3.0.3||89||SQL injection
    GHSA-jrh2-hc4r-7jwx|CVE-2021-45452 PYSEC-2022-3|django|2.2..<2.2.26 3.2..<3.2.11 4.0..<4.0.1||22||Path traversal
    GHSA-p64x-8rxx-wf6q|CVE-2022-34265 PYSEC-2022-213|django|3.2..<3.2.14 4.0..<4.0.6||89||SQL injection
    GHSA-p99v-5w3c-jqq9|CVE-2021-33571 PYSEC-2021-99|django|2.2..<2.2.24 3.0..<3.1.12 3.2..<3.2.4||20||Addresses with leading zeros pass validation
    GHSA-w24h-v9qh-8gxj|CVE-2022-28347 PYSEC-2022-191|django|2.2..<2.2.28 3.2..<3.2.13 4.0..<4.0.4||89||SQL injection
    GHSA-xpfp-f569-q3p2|CVE-2021-35042 PYSEC-2021-109|django|3.1..<3.1.13 3.2..<3.2.5||89||SQL injection
    PYSEC-2023-61|CVE-2023-31047|django|3.2..<3.2.19 4.0..<4.1.9 4.2..<4.2.1||20||Uploads of several files in one field get past validation
    PYSEC-2024-58|CVE-2024-39330|django|4.2..<4.2.14 5.0..<5.0.7||22||Path traversal
    PYSEC-2024-70|CVE-2024-42005|django|4.2..<4.2.15 5.0..<5.0.8||89||SQL injection
    GHSA-fx83-3ph3-9j2q|CVE-2020-25626 PYSEC-2020-263|djangorestframework|0..<3.11.2||79||Cross-site scripting
    GHSA-2mrj-435v-c2cr|CVE-2019-14853 PYSEC-2019-177 GHSA-pwfw-mgfj-7g3g|ecdsa|0..<0.13.3||||Malformed signatures raise unexpected errors
    GHSA-8qxj-f9rh-9fg2|CVE-2019-14859 PYSEC-2020-163|ecdsa|0..<0.13.3||347||Malformed signatures are accepted
    GHSA-8h2j-cgx8-6xv7|CVE-2021-32677 PYSEC-2021-100|fastapi|0..<0.65.2||352||Cross-site request forgery
    GHSA-qf9m-vfgh-m389|CVE-2024-24762 PYSEC-2024-38|fastapi|0..<0.109.1|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|1333||Regular expression denial of service
    GHSA-hjf3-r7gw-9rwg|CVE-2012-2921 PYSEC-2012-14|feedparser|0..<5.1.2||||Denial of service by hostile input
    GHSA-5wv5-4vpf-pj6m|CVE-2019-1010083 PYSEC-2019-179|flask|0..<1.0||||Denial of service by hostile input
    GHSA-m2qf-hxjv-5gpq|CVE-2023-30861 PYSEC-2023-62|flask|0..<2.2.5 2.3.0..<2.3.2||539||Session cookies may be cached by a proxy
    GHSA-xc3p-ff3m-f46v|CVE-2020-25032 PYSEC-2020-43|flask-cors|0..<3.0.9||22||Path traversal
    PYSEC-2024-71|CVE-2024-6221|flask-cors|0..<5.0.0|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|||Access from private networks is allowed by default
    PYSEC-2022-42991|CVE-2022-40899|future|0..<0.18.3||400||Denial of service by a Set-Cookie header
    PYSEC-2017-101|CVE-2017-8359|grpcio|0..<1.3.0||787||Memory is written after it was freed
    GHSA-32pc-xphx-q4f6|CVE-2018-1000164 PYSEC-2018-55|gunicorn|0..<19.5.0||113||HTTP response splitting
    GHSA-ffq8-576r-v26g|CVE-2016-6581 PYSEC-2017-87|hpack|0..<2.3.0||||Denial of service by hostile input
    GHSA-93xj-8mrv-444m|CVE-2021-21240 PYSEC-2021-16|httplib2|0..<0.19.0||400||Denial of service by the header of a server
    GHSA-gg84-qgv9-w4pq|CVE-2020-11078 PYSEC-2020-46|httplib2|0..<0.18.0||93||An address that is not escaped adds headers
    GHSA-h8pj-cxx2-jfg2|CVE-2021-41945 PYSEC-2022-183|httpx|0..<0.20.0||20||Addresses are not validated as they should be
    PYSEC-2024-60|CVE-2024-3651|idna|0.1..<3.7|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|||Denial of service by hostile input
    GHSA-462w-v97r-4m45|CVE-2019-10906 PYSEC-2019-217|jinja2|0..<2.10.1||||Server-side template injection or sandbox escape
    GHSA-g3rq-g295-4j3m|CVE-2020-28493 PYSEC-2021-66|jinja2|0..<2.11.3||1333||Regular expression denial of service
    GHSA-hj2j-77xm-mc5v|CVE-2016-10745 PYSEC-2019-220|jinja2|0..<2.8.1||||Server-side template injection or sandbox escape
    PYSEC-2022-288|CVE-2022-21797|joblib|0..<1.2.0||||Arbitrary code execution
    PYSEC-2024-104|CVE-2023-6681|jwcrypto|0..<1.5.1|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|400||Denial of service by compressed tokens
    PYSEC-2023-110|CVE-2023-36189|langchain|0..<0.0.247||89||SQL injection
    PYSEC-2023-98|CVE-2023-36258|langchain|0..<0.0.247||||Arbitrary code execution
    PYSEC-2024-12|CVE-2024-23751|llama-index|0..<0.9.35||89||SQL injection
    GHSA-jq4v-f5q6-mjqq|CVE-2021-28957 PYSEC-2021-19|lxml|0..<4.6.3||79||Cross-site scripting
    GHSA-pgww-xf46-h92r|CVE-2020-27783 PYSEC-2020-62|lxml|1.2..<4.6.2||79||Cross-site scripting
    GHSA-wrxv-2j5q-m38w|CVE-2022-2309 PYSEC-2022-230|lxml|0..<4.9.1||||Denial of service by hostile input
    GHSA-xp26-p53h-6h2p|CVE-2018-19787 PYSEC-2018-12|lxml|0..<4.2.5||79||Cross-site scripting
    PYSEC-2014-9|CVE-2014-3146|lxml|0..<3.3.5||79||Cross-site scripting
    GHSA-v973-fxgf-6xhp|CVE-2022-40023 PYSEC-2022-260|mako|0..<1.2.2||1333||Regular expression denial of service
    GHSA-jr9p-r423-9m2r|CVE-2021-26813 PYSEC-2021-20|markdown2|1.0.1.18..<2.4.0||1333||Regular expression denial of service
    GHSA-mr7p-25v2-35wr|CVE-2019-14751 PYSEC-2019-106|nltk|0..<3.4.5||22||Path traversal
    GHSA-rqjh-jp2r-59cj|CVE-2021-3842 PYSEC-2022-5|nltk|0..<3.6.6||1333||Regular expression denial of service
    GHSA-6p56-wp2h-9hxr|CVE-2021-33430 PYSEC-2021-854|numpy|1.9.0..<1.10.0||||Buffer overflow
    PYSEC-2019-108|CVE-2019-6446|numpy|0..<1.16.1||502||Code execution by deserialization
    GHSA-3pgj-pg6c-r5p7|CVE-2022-36087 PYSEC-2022-269|oauthlib|3.1.1..<3.2.1||||Denial of service by hostile input
    PYSEC-2023-183||opencv-python|0..<4.8.1.78||787||The bundled libwebp writes outside of its buffer
    GHSA-232r-66cg-79px|CVE-2018-7750 PYSEC-2018-19|paramiko|0..<1.17.6 1.18.0..<1.18.5 2.0.0..<2.0.8 2.1.0..<2.1.5 2.2.0..<2.2.3 2.3.0..<2.3.2||287||The SSH server opens channels before a client is authenticated
    GHSA-f8q4-jwww-x3wv|CVE-2022-24302 PYSEC-2022-166|paramiko|0..<2.9.3 2.10.0..<2.10.1||362||Private keys are readable by others while they are written
    GHSA-77gc-v2xv-rvvh|CVE-2021-25287 PYSEC-2021-137|pillow|0..<8.2.0||125||Crafted images read memory out of bounds
    GHSA-8vj2-vxx3-667w|CVE-2022-22817 PYSEC-2022-10|pillow|0..<9.0.0||||Arbitrary code execution
    GHSA-q5hq-fp76-qmrc|CVE-2021-28677 PYSEC-2021-93|pillow|0..<8.2.0||||Denial of service by hostile input
    GHSA-w4vg-rf63-f3j3|CVE-2016-9190 PYSEC-2016-9|pillow|0..<3.3.2||119||Memory corruption by a crafted image
    PYSEC-2014-87|CVE-2014-3007|pillow|0..<2.5.0||78||Command injection
    PYSEC-2022-42979|CVE-2022-45198|pillow|0..<9.2.0||||Denial of service by hostile input
    PYSEC-2022-42980|CVE-2022-45199|pillow|9.2.0..<9.3.0||||Denial of service by hostile input
    PYSEC-2023-227|CVE-2023-44271|pillow|0..<10.0.0||||Denial of service by hostile input
    GHSA-gpvv-69j7-gwj8|CVE-2019-20916 PYSEC-2020-173|pip|0..<19.2||22||Path traversal
    GHSA-5wvp-7f3h-6wmm|CVE-2023-47248 PYSEC-2023-238|pyarrow|0.14.0..<14.0.1||502||Code execution by deserialization
    GHSA-hgg3-g7gr-66r7|CVE-2018-15560 PYSEC-2018-21|pycryptodome|0..<3.6.6||190||An overflow mishandles short messages
    PYSEC-2024-3|CVE-2023-52323|pycryptodomex|0..<3.19.1|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N|||Side channel in OAEP decryption
    GHSA-5jqp-qgf6-3pvh|CVE-2021-29510 PYSEC-2021-47|pydantic|0..<1.6.2 1.7..<1.7.4 1.8..<1.8.2||||Denial of service by hostile input
    GHSA-fff8-4w9p-7v76|CVE-2015-8557 PYSEC-2016-32|pygments|1.2.2..<2.1||78||Command injection through the name of a font
    PYSEC-2023-117|CVE-2022-40896|pygments|0..<2.15.1||1333||Regular expression denial of service
    GHSA-ffqj-6fqr-9h24|CVE-2022-29217 PYSEC-2022-202|pyjwt|1.5.0..<2.4.0||327||Public keys of some forms are accepted as HMAC keys of tokens
    GHSA-r9jw-mwhq-wp62|CVE-2017-11424 PYSEC-2017-24|pyjwt|0..<1.5.1||327||Public keys of some forms are accepted as HMAC keys of tokens
    GHSA-x33v-f3gp-gw2c|CVE-2013-2132 PYSEC-2013-30|pymongo|0..<2.5.2||||Denial of service by hostile input
    GHSA-2rcm-phc9-3945|CVE-2018-1000808 PYSEC-2018-24|pyopenssl|0..<17.5.0||401||Memory is not released when a PKCS#12 store is closed
    GHSA-p28m-34f6-967q|CVE-2018-1000807 PYSEC-2018-23|pyopenssl|0..<17.5.0||416||Use after free of a certificate
    GHSA-xcjx-m2pj-8g79|CVE-2022-24859 PYSEC-2022-194|pypdf2|0..<1.27.5||||Denial of service by hostile input
    GHSA-5p3x-r448-pc62|CVE-2021-21239 PYSEC-2021-49|pysaml2|0..<6.5.0||347||Signatures of SAML are not checked as they should be
    GHSA-f4g9-h89h-jgv9|CVE-2021-21238 PYSEC-2021-48|pysaml2|0..<6.5.0||347||Signatures of SAML are not checked as they should be
    PYSEC-2017-28|CVE-2016-7036|python-jose|0..<1.3.2||||Timing side channel in the comparison of HMACs
    GHSA-3pqx-4fqf-j49f|CVE-2019-20477 PYSEC-2020-176|pyyaml|5.1..<5.2b1||502||Code execution by deserialization
    GHSA-6757-jp84-gxfx|CVE-2020-1747 PYSEC-2020-96|pyyaml|5.1..<5.3.1|||yaml:load,load_all,full_load,full_load_all|Arbitrary code execution
    GHSA-8q59-q68h-6hv4|CVE-2020-14343 PYSEC-2021-142|pyyaml|0..<5.4|||yaml:load,load_all,full_load,full_load_all|Arbitrary code execution
    GHSA-rprw-h62v-c2w7|CVE-2017-18342 PYSEC-2018-49|pyyaml|0..<5.1|||yaml:load,load_all|Arbitrary code execution
    PYSEC-2023-45|CVE-2023-28858|redis|4.2.0..<4.3.6 4.4.0..<4.4.3 4.5.0..<4.5.3||||Answers may reach another request after a cancelled command
    PYSEC-2023-46|CVE-2023-28859|redis|4.2.0..<4.4.4 4.5.0..<4.5.4||||Answers may reach another request after a cancelled command
    GHSA-qpg2-vx7j-3869|CVE-2019-17626 PYSEC-2019-117|reportlab|0..<3.5.28||||Arbitrary code execution
    GHSA-652x-xj99-gmcc|CVE-2014-1830 PYSEC-2014-14|requests|0..<2.3.0||200||The credentials of a proxy are sent to the host of a redirect
    GHSA-j8r2-6x86-q33q|CVE-2023-32681 PYSEC-2023-74|requests|2.3.0..<2.31.0||200||The credentials of a proxy are sent to the host of a redirect
    GHSA-x84v-xcm2-53pg|CVE-2018-18074 PYSEC-2018-28|requests|0..<2.20.0||522||Credentials are sent over an unencrypted connection
    PYSEC-2015-17|CVE-2015-2296|requests|2.1.0..<2.6.0||200||Cookies of one host are sent to another
    GHSA-xrx6-fmxq-rjj2|CVE-2020-25658 PYSEC-2020-100|rsa|2.1..<4.7||||Timing side channel
    PYSEC-2016-10|CVE-2016-1494|rsa|0..<3.3||347||Signatures can be forged
    GHSA-cjvr-mfj7-j4j8|CVE-2022-0577 PYSEC-2022-159|scrapy|0..<2.6.1||||Information disclosure
    PYSEC-2022-43012|CVE-2022-40897|setuptools|0..<65.5.1||1333||Regular expression denial of service
    GHSA-5w5m-pfw9-c8fp|CVE-2023-34233 PYSEC-2023-88|snowflake-connector-python|0..<3.0.2||77||Command injection through the address of a sign-on page
    GHSA-887w-45rq-vxgf|CVE-2019-7164 PYSEC-2019-123|sqlalchemy|0..<1.2.18||89||SQL injection
    PYSEC-2012-9|CVE-2012-0805|sqlalchemy|0..<0.7.0||89||SQL injection
    GHSA-p5w8-wqhj-9hhf|CVE-2021-32839 PYSEC-2021-333|sqlparse|0.4.0..<0.4.2||1333||Regular expression denial of service
    GHSA-rrm6-wvj7-cwh2|CVE-2023-30608 PYSEC-2023-87|sqlparse|0.1.15..<0.4.4||1333||Regular expression denial of service
    GHSA-74m5-2c7w-9w3x|CVE-2023-30798 PYSEC-2023-48|starlette|0..<0.25.0||||Denial of service by hostile input
    GHSA-v5gw-mw7f-84px|CVE-2023-29159 PYSEC-2023-83|starlette|0.13.5..<0.27.0||22||Path traversal
    GHSA-3vcg-8p79-jpcv|CVE-2020-10799 PYSEC-2020-111|svglib|0..<0.9.4||611||XML external entities
    PYSEC-2022-43015|CVE-2022-45907|torch|0..<1.13.1||||Arbitrary code execution
    PYSEC-2012-5|CVE-2012-2374|tornado|0..<2.2.1||113||HTTP response splitting
    PYSEC-2020-213|CVE-2014-9720|tornado|0..<3.2.2||||The token against request forgery can be found through compression
    PYSEC-2023-75|CVE-2023-28370|tornado|0..<6.3.2||601||Open redirect
    PYSEC-2017-74|CVE-2016-10075|tqdm|0..<4.11.2||94||Local code execution through the log of a repository
    GHSA-92x2-jw7w-xvvx|CVE-2022-21712 PYSEC-2022-27|twisted|11.1.0..<22.1.0||200||Cookies and credentials are sent to the host of a redirect
    GHSA-c2jg-hw38-jrqq|CVE-2022-24801 PYSEC-2022-195|twisted|0..<22.4.0||444||HTTP request smuggling
    GHSA-cf56-g6w6-pqq2|CVE-2024-41810 PYSEC-2024-75|twisted|0..<24.7.0rc1|CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N|79||Cross-site scripting
    GHSA-fh56-85cw-5pq6|CVE-2021-45958 PYSEC-2022-25|ujson|4.0.2..<5.1.0||||Buffer overflow
    GHSA-5phf-pp7p-vc2r|CVE-2021-28363 PYSEC-2021-59|urllib3|1.26.0..<1.26.4||295||Certificates of proxies are not validated
    GHSA-g4mx-q9vg-27p4|CVE-2023-45803 PYSEC-2023-212|urllib3|0..<1.26.18 2.0.0..<2.0.7|CVSS:3.1/AV:A/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N|200||The body of a request is sent on after a redirect
    GHSA-q2q7-5pp4-w6pg|CVE-2021-33503 PYSEC-2021-108|urllib3|0..<1.26.5||1333||Regular expression denial of service
    GHSA-v845-jxx5-vc9f|CVE-2023-43804 PYSEC-2023-192|urllib3|0..<1.26.17 2.0.0..<2.0.6|CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N|200||Cookies are sent to the host of a redirect
    GHSA-wqvq-5m8c-6g24|CVE-2020-26137 PYSEC-2020-148|urllib3|0..<1.25.9||113||HTTP response splitting
    PYSEC-2023-207|CVE-2018-25091|urllib3|0..<1.24.2|CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N|200||Credentials are sent to the host of a redirect
    GHSA-33c7-2mpw-hg34|CVE-2020-7694 PYSEC-2020-150|uvicorn|0..<0.11.7||||Log entries can be forged with escape sequences
    GHSA-f97h-2pfx-f59f|CVE-2020-7695 PYSEC-2020-151|uvicorn|0..<0.11.7||113||HTTP response splitting
    GHSA-4f7p-27jc-3c36|CVE-2022-24761 PYSEC-2022-169|waitress|0..<2.1.1||444||HTTP request smuggling
    GHSA-4ppp-gpcr-7qf6|CVE-2019-16792 PYSEC-2020-178 GHSA-j7j6-7hfx-5522|waitress|0..<1.4.0||444||HTTP request smuggling
    GHSA-73m2-3pwg-5fgc|CVE-2020-5236 PYSEC-2020-155|waitress|0..<1.4.3||400||Denial of service by an invalid header
    GHSA-8ch4-58qp-g3mp|CVE-2021-33880 PYSEC-2021-95|websockets|0..<9.1||||Timing side channel
    GHSA-3p3h-qghp-hvh2|CVE-2020-28724 PYSEC-2020-157|werkzeug|0..<0.11.6||601||Open redirect
    GHSA-hrfv-mqp8-q5rw|CVE-2023-46136 PYSEC-2023-221|werkzeug|0..<2.3.8 3.0.0..<3.0.1|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|||Denial of service by hostile input
    GHSA-px8h-6qxv-m22q|CVE-2023-23934 PYSEC-2023-57|werkzeug|0..<2.2.3||20||Cookies without a name stand for others
    GHSA-xg9f-g7g7-2323|CVE-2023-25577 PYSEC-2023-58|werkzeug|0..<2.2.3||||Denial of service by hostile input
    PYSEC-2022-43017|CVE-2022-40898|wheel|0..<0.38.1||||Denial of service by hostile input
    """
}
