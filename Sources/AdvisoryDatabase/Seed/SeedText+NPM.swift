extension SeedText {
  /// Packages of npm; the form of a line is in ``SeedLine``.
  static let npm: StaticString = """
    GHSA-m5vv-6r4h-3vj9|CVE-2024-35255|@azure/identity|0..<4.2.1|CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N|362||Local users can get at the credentials of others
    GHSA-crh6-fp67-6883|CVE-2022-39353|@xmldom/xmldom|0..<0.7.7 0.8.0..<0.8.4 0.9.0-beta.1..<0.9.0-beta.4|CRITICAL|112||Documents with several root elements are accepted
    GHSA-93q8-gq69-wqmw|CVE-2021-3807|ansi-regex|3.0.0..<3.0.1 4.0.0..<4.1.1 5.0.0..<5.0.1 6.0.0..<6.0.1|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|1333 697||Regular expression denial of service by escape sequences
    GHSA-3g43-6gmg-66jw|CVE-2026-44495|axios|0.19.0..<0.31.1 1.0.0..<1.15.2|HIGH|94 1321||Prototype pollution
    GHSA-3p68-rc4w-qgx5|CVE-2025-62718|axios|0..<0.31.0 1.0.0..<1.15.0|CRITICAL|441 918||Server-side request forgery
    GHSA-42xw-2xvc-qx8m|CVE-2019-10742|axios|0..<0.18.1|HIGH|20 755||Denial of service by hostile input
    GHSA-43fc-jf86-j433|CVE-2026-25639|axios|0..<0.30.3 1.0.0..<1.13.5|HIGH|1321 754||Denial of service by hostile input
    GHSA-4hjh-wcwx-xvwj|CVE-2025-58754|axios|0.28.0..<0.30.2 1.0.0..<1.12.0|HIGH|770||Denial of service by hostile input
    GHSA-6chq-wfr3-2hj9|CVE-2026-42035|axios|0..<0.31.1 1.0.0..<1.15.1|HIGH|113 1321||Prototype pollution
    GHSA-cph5-m8f7-6c5x|CVE-2021-3749|axios|0..<0.21.2|HIGH|1333 400||Regular expression denial of service
    GHSA-fvcv-3m26-pcqx|CVE-2026-40175|axios|0..<0.31.0 1.0.0..<1.15.0|CRITICAL|113 444 918||Prototype pollution
    GHSA-hfxv-24rg-xrqf|CVE-2026-44496|axios|0..<0.32.0 1.0.0..<1.16.0|HIGH|400 1333||Regular expression denial of service
    GHSA-j5f8-grm9-p9fc|CVE-2026-44486|axios|0..<0.32.0 1.0.0..<1.16.0|HIGH|200||Credentials are sent to the host of a redirect
    GHSA-jr5f-v2jv-69x6|CVE-2025-27152|axios|0..<0.30.0 1.0.0..<1.8.2|HIGH|918||Server-side request forgery
    GHSA-p92q-9vqr-4j8v|CVE-2026-44487|axios|0..<0.32.0 1.0.0..<1.16.0|HIGH|201||Credentials are sent to the host of a redirect
    GHSA-pf86-5x62-jrwf|CVE-2026-42033|axios|0..<0.31.1 1.0.0..<1.15.1|HIGH|1321||Prototype pollution
    GHSA-pmwg-cvhr-8vh7|CVE-2026-42043|axios|0..<0.31.1 1.0.0..<1.15.1|HIGH|183 441 918||Server-side request forgery
    NSWG-ECO-428||base64url|0...2.0.0|CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:H|||Memory of the process is exposed
    GHSA-qwcr-r2fm-qrc7|CVE-2024-45590|body-parser|0..<1.20.3|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|405||URL-encoded bodies can keep the process busy
    GHSA-grv7-fg5c-xmjg|CVE-2024-4068|braces|0..<3.0.3|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|1050 400||Braces without their pair exhaust the memory
    GHSA-73qr-pfmq-6rp8||coa|=2.0.3 =2.0.4 =2.1.1 =2.1.3 =3.0.1 =3.1.3|CRITICAL|506||Versions with malicious code that steals secrets
    GHSA-5rqg-jm4f-cqx7||colors|1.4.1...1.4.2 =1.4.44-liberty-2|HIGH|835||Versions that its author broke on purpose with an endless loop
    GHSA-pxg6-pf52-xh8x|CVE-2024-47764|cookie|0..<0.7.0|LOW|74||Names, paths and domains can set other fields of a cookie
    NSWG-ECO-134|CVE-2016-1000236|cookie-signature|0...1.0.5|CVSS:3.0/AV:N/AC:H/PR:H/UI:R/S:C/C:H/I:N/A:N|||Timing side channel in the comparison of signatures
    GHSA-w573-4hg7-7wgq|CVE-2022-38900|decode-uri-component|0...0.2.0|LOW|20||Malformed input crashes the process
    GHSA-63q7-h895-m982|CVE-2020-26870|dompurify|0..<2.0.17|MEDIUM|79||Cross-site scripting
    GHSA-87xg-pxx2-7hvx|CVE-2026-47423|dompurify|3.4.4..<3.4.5|HIGH|79||Cross-site scripting
    GHSA-chqj-j4fh-rw7m|CVE-2019-16728|dompurify|0..<2.0.3|MEDIUM|79||Cross-site scripting
    GHSA-gx9m-whjm-85jf|CVE-2024-47875|dompurify|0..<2.5.0 3.0.0..<3.1.3|HIGH|79||Cross-site scripting
    GHSA-mjjq-c88q-qhr6||dompurify|0..<2.0.7|HIGH|79||Cross-site scripting
    GHSA-mmhx-hmjr-r674|CVE-2024-45801|dompurify|0..<2.5.4 3.0.0..<3.1.3|HIGH|1321 1333||Prototype pollution
    GHSA-p3vf-v8qc-cwcr|CVE-2024-48910|dompurify|0..<2.4.2|HIGH|1321||Prototype pollution lets markup through
    GHSA-ff7x-qrg7-qggm|CVE-2020-8116|dot-prop|0..<4.2.1 5.0.0..<5.1.1|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L|1321 425 471||Prototype pollution by the path of a property
    GHSA-phwq-j96m-2c2q|CVE-2022-29078|ejs|0..<3.1.7|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|74||Options that come with the data of a template run code
    NSWG-ECO-450||eslint-scope|=3.7.2|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:N|506||A version with malicious code that steals credentials
    GHSA-mh6f-8j2x-4483||event-stream|3.3.6..<4.0.0|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|506||A malicious dependency steals the keys of wallets
    GHSA-qw6h-vgh9-j6wx|CVE-2024-43796|express|0..<4.20.0 5.0.0-alpha.1..<5.0.0|CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:L/A:L|79||Cross-site scripting through the page of a redirect
    GHSA-rv95-896h-c2vc|CVE-2024-29041|express|0..<4.19.2 5.0.0-alpha.1..<5.0.0-beta.3|CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N|601 1286||Malformed addresses pass lists of allowed redirects
    NSWG-ECO-8|CVE-2014-6393|express|0..<3.11.0 4.0.0..<4.5.0|CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:U/C:L/I:L/A:N|||Answers without a character set: cross-site scripting
    GHSA-x3cc-x39p-42qx|CVE-2023-26920|fast-xml-parser|0..<4.1.2|HIGH|1321||Prototype pollution by an element or attribute named __proto__
    GHSA-mh6f-8j2x-4483||flatmap-stream|0...|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|506||A malicious package that steals the keys of wallets
    GHSA-cxjh-pqwp-8mfp|CVE-2024-28849|follow-redirects|0..<1.15.6|CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N|200||The proxy's credentials are sent to the host of a redirect
    GHSA-jchw-25xp-jwwc|CVE-2023-26159|follow-redirects|0..<1.15.4|CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N|20 601||The host of a malformed address is misread
    GHSA-ww39-953v-wcq6|CVE-2020-28469|glob-parent|3.0.0..<5.1.2|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|400||Regular expression denial of service by a pattern
    GHSA-2cf5-4w76-r9qv||handlebars|0..<3.0.8 4.0.0..<4.5.2|HIGH|94||Templates can run code
    GHSA-2w6w-674q-4c4q|CVE-2026-33937|handlebars|4.0.0..<4.7.9|CRITICAL|843 94||Arbitrary code execution
    GHSA-3cqr-58rm-57f8|CVE-2019-20920|handlebars|0..<3.0.8 4.0.0..<4.5.3|HIGH|94||Templates can run code
    GHSA-62gr-4qp9-h98f|CVE-2019-20922|handlebars|4.0.0..<4.4.5|HIGH|400||Regular expression denial of service
    GHSA-g9r4-xpmj-mj65||handlebars|0..<3.0.8 4.0.0..<4.5.3|HIGH|1321||Prototype pollution
    GHSA-q2c6-c6pm-g3gh||handlebars|0..<3.0.8 4.0.0..<4.5.3|HIGH|79||Arbitrary code execution
    GHSA-q42p-pg8m-cqh6||handlebars|0..<3.0.7 4.0.0..<4.0.14 4.1.0..<4.1.2|HIGH|471||Prototype pollution
    GHSA-w457-6q6x-cgp9|CVE-2019-19919|handlebars|0..<3.0.8 4.0.0..<4.3.0|HIGH|94||Templates can call helpers that run code
    NSWG-ECO-61|CVE-2015-8861|handlebars|0..<4.0.0|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N|||Attributes without quotes are not escaped: cross-site scripting
    NSWG-ECO-77|CVE-2016-2515|hawk|0..<3.1.3 4.0.0..<4.1.1|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|400||Regular expression denial of service
    GHSA-7wwv-vh3v-89cq||highlight.js|9.0.0..<10.4.1|MEDIUM|1333||Regular expression denial of service
    GHSA-vfrc-7r7c-w9mx|CVE-2020-26237|highlight.js|0..<9.18.2 10.0.0..<10.1.2|MEDIUM|471||Prototype pollution
    NSWG-ECO-367|CVE-2018-3728|hoek|5.0.0..<5.0.3 0..<4.2.1|CVSS:3.0/AV:L/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:L|1321||Prototype pollution
    NSWG-ECO-388||https-proxy-agent|0...2.1.1|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:H|||Memory is exposed or exhausted by an authentication that is no text
    NSWG-ECO-505||https-proxy-agent|0..<2.2.3|CVSS:3.0/AV:A/AC:H/PR:N/UI:N/S:C/C:H/I:N/A:N|||Encrypted connections through a proxy can be read
    GHSA-33f9-j839-rf8h|CVE-2021-23436|immer|0..<9.0.6|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|1321 843||Prototype pollution by the path of a patch
    GHSA-qqgx-2p2h-9c37|CVE-2020-7788|ini|0..<1.3.6|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L|1321|ini:parse|Prototype pollution by a section named __proto__
    GHSA-78xj-cgh5-2h22|CVE-2023-42282|ip|0...1.1.8|HIGH||ip:isPublic|Private addresses in other notations are taken for public ones
    GHSA-hhhv-q57g-882q|CVE-2024-28176|jose|0..<2.0.7 3.0.0..<4.15.5|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|400||Compressed tokens exhaust memory and processor
    GHSA-2pqj-h3vj-pqgw|CVE-2012-6708|jquery|0..<1.9.0b1|MEDIUM|79||Selectors are taken for HTML: cross-site scripting
    GHSA-579v-mp3v-rrw5|CVE-2011-4969|jquery|0..<1.6.3|MEDIUM|79||Cross-site scripting
    GHSA-mhpp-875w-9cpv|CVE-2016-10707|jquery|3.0.0-rc.1..<3.0.0|HIGH|400 674||Denial of service by hostile input
    GHSA-q4m3-2j7h-f7xw|CVE-2020-7656|jquery|1.2.1..<1.9.0|MEDIUM|79||Cross-site scripting
    GHSA-9gj3-hwp5-pmwc|CVE-2021-41182|jquery-ui|0..<1.13.0|MEDIUM|79||Cross-site scripting
    GHSA-gpqq-952q-5327|CVE-2021-41184|jquery-ui|0..<1.13.0|MEDIUM|79||Cross-site scripting
    GHSA-h6gj-6jjq-h8g9|CVE-2022-31160|jquery-ui|0..<1.13.2|MEDIUM|79||Cross-site scripting
    GHSA-j7qv-pgf6-hvh4|CVE-2021-41183|jquery-ui|0..<1.13.0|MEDIUM|79||Cross-site scripting
    NSWG-ECO-16|CVE-2013-4660|js-yaml|0..<2.0.5|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:N|502||Documents run code
    GHSA-9c47-m6qq-7p4h|CVE-2022-46175|json5|0..<1.0.2 2.0.0..<2.2.2|CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:L/A:H|1321|json5:parse|A key named __proto__ changes the prototype of the parsed object
    GHSA-8cf7-32gw-wr33|CVE-2022-23539|jsonwebtoken|0..<9.0.0|MEDIUM|327||Keys of the wrong type are accepted for an algorithm
    GHSA-c7hr-j4mj-j2w6|CVE-2015-9235 NSWG-ECO-17|jsonwebtoken|0..<4.2.2|CRITICAL|20||A token may choose the algorithm of its own check
    GHSA-hjrf-2m68-5959|CVE-2022-23541|jsonwebtoken|0..<9.0.0|MEDIUM|287 1259||Tokens signed with a public key as HMAC secret may be accepted
    GHSA-qwph-4952-7xr6|CVE-2022-23540|jsonwebtoken|0..<9.0.0|MEDIUM|287||Verification without a list of algorithms accepts unsigned tokens
    GHSA-36fh-84j7-cv5h|CVE-2022-48285|jszip|0..<3.8.0|MEDIUM|22||Path traversal by names in an archive
    GHSA-jg8v-48h5-wgxg|CVE-2021-23413|jszip|0..<2.7.0 3.0.0..<3.7.0|MEDIUM|1321||Prototype pollution
    NSWG-ECO-88|CVE-2016-1000223|jws|0..<3.0.0|CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:N|310||Tokens signed with a public key as HMAC secret may be accepted
    GHSA-76p3-8jx3-jpfq|CVE-2022-37601|loader-utils|0..<1.4.1 2.0.0..<2.0.3|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|1321||Prototype pollution by the query of a loader
    GHSA-29mw-wpgm-hmr9|CVE-2020-28500|lodash|4.0.0..<4.17.21|MEDIUM|1333 400|lodash:toNumber,trim,trimEnd|Regular expression denial of service
    GHSA-4xc9-xhrj-v574|CVE-2018-16487|lodash|0..<4.17.11|HIGH|400|lodash:defaultsDeep,merge,mergeWith|Prototype pollution
    GHSA-fvqr-27wr-82fm|CVE-2018-3721|lodash|0..<4.17.5|MEDIUM|471 1321|lodash:defaultsDeep,merge,mergeWith|Prototype pollution
    GHSA-jf85-cpcp-j695|CVE-2019-10744|lodash|0..<4.17.12|HIGH|1321 20|lodash:defaultsDeep|Prototype pollution
    GHSA-p6mc-m468-83gw|CVE-2020-8203|lodash|3.7.0..<4.17.19|HIGH|1321 770||Prototype pollution
    GHSA-x5rq-j2xg-h7qm|CVE-2019-1010266|lodash|4.7.0..<4.17.11|MEDIUM|400||Regular expression denial of service
    NSWG-ECO-427||macaddress|0...0.2.8|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H|78||Command injection by the name of an interface
    GHSA-38c4-r59v-3vqw|CVE-2026-2327|markdown-it|13.0.0..<14.1.1|MEDIUM|1333||Regular expression denial of service
    GHSA-6v5v-wf23-fmfq|CVE-2026-48988|markdown-it|0..<14.2.0|MEDIUM|400 407||Denial of service by hostile input
    GHSA-6vfc-qv3f-vr6c|CVE-2022-21670|markdown-it|0..<12.3.2|MEDIUM|1333 400||Regular expression denial of service
    GHSA-j5p7-jf4q-742q|CVE-2015-10005|markdown-it|0..<3.0.0|HIGH|1333||Cross-site scripting
    GHSA-5v2h-r2cx-5xgj|CVE-2022-21681|marked|0..<4.0.10|HIGH|1333||Regular expression denial of service
    GHSA-6v9c-7cg6-27q7|CVE-2026-41680|marked|18.0.0..<18.0.2|HIGH|400 674 835||Endless recursion exhausts the memory
    GHSA-9cw2-jqp5-7x39|CVE-2014-3743|marked|0..<0.3.1|MEDIUM|79||Cross-site scripting
    GHSA-hjcp-j389-59ff|CVE-2015-8854|marked|0..<0.3.4|HIGH|1333||Regular expression denial of service
    GHSA-rrrm-qjm4-v8hf|CVE-2022-21680|marked|0..<4.0.10|HIGH|1333 400||Regular expression denial of service
    GHSA-x5pg-88wf-qq4p|CVE-2017-16114|marked|0..<0.3.9|HIGH|400||Regular expression denial of service
    GHSA-f8q6-p94x-37v3|CVE-2022-3517|minimatch|0..<3.0.5|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|400||Regular expression denial of service by a pattern with braces
    NSWG-ECO-118||minimatch|0...3.0.1|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|400||Regular expression denial of service
    GHSA-vh95-rmgr-6w4m|CVE-2020-7598|minimist|0..<0.2.1 1.0.0..<1.2.3|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:L|1321||Prototype pollution by an argument named __proto__
    GHSA-xvch-5gv4-984h|CVE-2021-44906|minimist|0..<0.2.4 1.0.0..<1.2.6|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|1321||Prototype pollution through the names of arguments
    NSWG-ECO-369|CVE-2018-3719|mixin-deep|0..<1.3.1|CVSS:3.0/AV:L/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:L|1321||Prototype pollution
    GHSA-446m-mv8f-q348|CVE-2017-18214|moment|0..<2.19.3|HIGH|1333 400||Regular expression denial of service
    GHSA-87vv-r9j6-g5qv|CVE-2016-4055|moment|0..<2.11.2|MEDIUM|400||Regular expression denial of service
    GHSA-8hfj-j24r-96c4|CVE-2022-24785|moment|0..<2.29.2|HIGH|22 27||Path traversal by the name of a locale
    GHSA-wc69-rhjr-hc9g|CVE-2022-31129|moment|2.18.0..<2.29.4|HIGH|1333 400||Regular expression denial of service
    GHSA-9m93-w8w6-76hh|CVE-2023-3696|mongoose|0..<5.13.20 6.0.0..<6.11.3 7.0.0..<7.3.3|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H|1321||Prototype pollution by an update of a document
    NSWG-ECO-394||mongoose|3.5.5...3.8.38 4.0.0...4.3.5|CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:H|||Memory of the process is stored in a document
    NSWG-ECO-473||morgan|0..<1.9.1|CVSS:3.0/AV:A/AC:H/PR:L/UI:R/S:U/C:H/I:H/A:H|94||Code injection through the format of a log
    NSWG-ECO-46|CVE-2015-8315|ms|0...0.7.0|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|400||Regular expression denial of service
    GHSA-w3w8-37jv-2c58|CVE-2015-8862|mustache|0..<2.2.1|HIGH|79||Attributes without quotes are not escaped: cross-site scripting
    NSWG-ECO-397||mysql|2.0.0-alpha8...2.0.0-rc2 2.0.0...2.13.0|CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:H|||Memory of the process is sent in a query
    NSWG-ECO-66||mysql|0...2.0.0-alpha7|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:N|89||SQL injection by the keys of an object
    GHSA-fpw7-j2hg-69v5|CVE-2024-21508|mysql2|0..<3.9.4|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|94||Options of a connection are put into code that is run
    NSWG-ECO-106||negotiator|0...0.6.0|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|400||Regular expression denial of service
    GHSA-25mp-g6fv-mqxx|CVE-2021-43803|next|0.9.9..<11.1.3 12.0.0..<12.0.5|HIGH|20||Denial of service by hostile input
    GHSA-3f5c-4qxj-vmpf|CVE-2017-16877|next|1.0.0..<2.4.1|HIGH|22||Path traversal
    GHSA-5vj8-3v2h-h38v||next|0.9.9..<5.1.0|HIGH|20||Arbitrary code execution
    GHSA-77r5-gw3j-2mpf|CVE-2024-34350|next|13.4.0..<13.5.1|HIGH|444||HTTP request smuggling
    GHSA-9gr3-7897-pp7m|CVE-2021-39178|next|10.0.0..<11.1.1|HIGH|79||Cross-site scripting
    GHSA-f82v-jwr5-mffw|CVE-2025-29927|next|12.0.0..<12.3.5 13.0.0..<13.5.9 14.0.0..<14.2.25 15.0.0..<15.2.3|HIGH|285 863||The checks of a middleware can be bypassed
    GHSA-fq54-2j52-jc42|CVE-2024-39693|next|13.3.1..<13.5.0|HIGH|400||Denial of service by hostile input
    GHSA-gp8f-8m3g-qvj9|CVE-2024-46982|next|13.5.1..<13.5.7 14.0.0..<14.2.10|HIGH|||Cached pages can be poisoned
    GHSA-m34x-wgrh-g897|CVE-2018-6184|next|1.0.0..<4.2.3|HIGH|22||Path traversal
    GHSA-r683-j2x4-v87g|CVE-2022-0235|node-fetch|0..<2.6.7 3.0.0..<3.1.1|CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H|173 200 601||Headers with credentials are sent on to the host of a redirect
    GHSA-x4jg-mjrx-434g|CVE-2022-24772|node-forge|0..<1.3.0|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|347||RSA signatures with trailing bytes are accepted
    GHSA-97m3-w2cp-4xx6|CVE-2022-23812|node-ipc|10.1.1..<10.1.3|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|506||Malicious code that overwrites files in some countries
    NSWG-ECO-324||node-jose|0..<0.9.3|CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:N|||Private keys can be found through invalid curves
    GHSA-q4v7-4rhw-9hqm|CVE-2017-5941 NSWG-ECO-311|node-serialize|0...|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|502|node-serialize:unserialize|Serialised functions run code
    GHSA-265q-28rp-chq5|CVE-2015-8851 NSWG-ECO-93|node-uuid|0..<1.4.4|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N|331||Identifiers are made of predictable numbers
    NSWG-ECO-433||open|0...0.0.5|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H|78||Command injection by an address
    GHSA-v923-w3x8-wh69|CVE-2022-25896|passport|0..<0.6.0|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:L|384||Sessions are renewed and not closed at sign-in and sign-out
    GHSA-9wv6-86v2-598j|CVE-2024-45296|path-to-regexp|0..<0.1.10 0.2.0..<1.9.0 2.0.0..<3.3.0 4.0.0..<6.3.0 7.0.0..<8.0.0|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|1333||Routes with two parameters in a segment become slow expressions
    GHSA-66ff-xgx4-vchm|CVE-2026-44293|protobufjs|0..<7.5.6 8.0.0..<8.0.2|HIGH|94||Arbitrary code execution
    GHSA-685m-2w69-288q|CVE-2026-44289|protobufjs|0..<7.5.6 8.0.0..<8.0.2|HIGH|674||Deeply nested data exhausts the stack
    GHSA-75px-5xx7-5xc7|CVE-2026-44291|protobufjs|0..<7.5.6 8.0.0..<8.0.2|HIGH|1321 94||Prototype pollution
    GHSA-g954-5hwp-pp24|CVE-2022-25878|protobufjs|6.10.0..<6.10.3 6.11.0..<6.11.3|HIGH|1321||Prototype pollution
    GHSA-h755-8qp9-cq85|CVE-2023-36665|protobufjs|6.10.0..<6.11.4 7.0.0..<7.2.5|CRITICAL|1321||Prototype pollution
    GHSA-xq3m-2v4x-88gg|CVE-2026-41242|protobufjs|0..<7.5.5 8.0.0..<8.0.1|CRITICAL|94||Arbitrary code execution
    GHSA-hrpp-h998-j3pp|CVE-2022-24999|qs|0..<6.2.4 6.3.0..<6.3.3 6.4.0..<6.4.1 6.5.0..<6.5.3 6.6.0..<6.6.1 6.7.0..<6.7.3 6.8.0..<6.8.3 6.9.0..<6.9.7 6.10.0..<6.10.3|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|1321||A query with __proto__ as a key hangs the process
    NSWG-ECO-29|CVE-2014-7191|qs|0..<1.0.0|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|400||Sparse arrays in a query exhaust the memory
    GHSA-g2q5-5433-rhrf||rc|=1.2.9 =1.3.9 =2.3.9|CRITICAL|506||Versions with malicious code that steals secrets
    GHSA-g53w-52xc-2j85|CVE-2013-7035|react|0.4.0..<0.4.2 0.5.0..<0.5.2|MEDIUM|79||Cross-site scripting
    GHSA-hg79-j56m-fxgv||react|0.0.1..<0.14.0|HIGH|79||Cross-site scripting
    NSWG-ECO-309||request|2.2.6..<2.47.0 2.51.1...2.67.0|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N|201||Memory of the process is sent in a request
    GHSA-c2qf-rxjj-qqgw|CVE-2022-25883|semver|0..<5.7.2 6.0.0..<6.3.1 7.0.0..<7.5.2|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|1333|semver:Range|Regular expression denial of service by a range
    NSWG-ECO-32|CVE-2014-6394|send|0..<0.8.4|CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N|22||Path traversal to folders whose name starts alike
    GHSA-wrh9-cjv3-2hpw|CVE-2023-25813|sequelize|0..<6.19.1|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H|89||SQL injection where replacements and conditions meet in a query
    NSWG-ECO-112||sequelize|0...3.16.0|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:N|89||SQL injection
    NSWG-ECO-122|CVE-2016-1000225|sequelize|0..<3.23.6|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|89||SQL injection by geographic data
    NSWG-ECO-33|CVE-2015-1369|sequelize|0...2.0.0-rc7|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:N|89||SQL injection
    GHSA-hxcc-f52p-wc94|CVE-2020-7660|serialize-javascript|0..<3.1.0|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H|502||Code can be injected into the serialised text
    NSWG-ECO-313|CVE-2017-5954|serialize-to-js|0...0.5.0|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|502||Serialised functions run code
    NSWG-ECO-36|CVE-2014-3744|st|0..<0.2.5|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N|22||Path traversal
    GHSA-f5x3-32g6-xq36|CVE-2024-28863|tar|0..<6.2.1|CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H|400||The number of folders in a path is not limited
    GHSA-r628-mhmh-qjhw|CVE-2021-32803|tar|0..<3.2.3 4.0.0..<4.4.15 5.0.0..<5.0.7 6.0.0..<6.1.2|CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:N|22 23 59||Links in an archive lead to files outside of the folder
    NSWG-ECO-57|CVE-2015-8860|tar|0..<2.0.0|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|59||Links in an archive lead to files outside of the folder
    GHSA-72xf-g2v4-qvf3|CVE-2023-26136|tough-cookie|0..<4.1.3|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:N|1321||Prototype pollution by the domain of a cookie
    NSWG-ECO-130|CVE-2016-1000232|tough-cookie|0.9.7...2.2.2|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|400||Regular expression denial of service
    NSWG-ECO-393||tunnel-agent|0..<0.6.0|CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:H|||Memory of the process is sent in a request
    GHSA-394c-5j6w-4xmx|CVE-2020-7793|ua-parser-js|0..<0.7.23|HIGH|400||Regular expression denial of service
    GHSA-662x-fhqg-9p8v|CVE-2020-7733|ua-parser-js|0..<0.7.22|HIGH|400||Regular expression denial of service
    GHSA-78cj-fxph-m83p|CVE-2021-27292|ua-parser-js|0.7.14..<0.7.24|HIGH|400||Regular expression denial of service
    GHSA-pjwm-rvh2-c87w|CVE-2021-4229|ua-parser-js|0.7.29..<0.7.30 0.8.0..<0.8.1 1.0.0..<1.0.1|HIGH|506||Versions with malicious code that steals secrets
    NSWG-ECO-48|CVE-2015-8858|uglify-js|0..<2.6.0|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|400||Regular expression denial of service
    GHSA-cf4h-3jhx-xvhq|CVE-2021-23358|underscore|1.3.2..<1.12.1|HIGH|94||Arbitrary code execution
    GHSA-qpx9-hpmf-5gmw|CVE-2026-27601|underscore|0..<1.13.8|HIGH|674 770||Deeply nested data exhausts the stack
    NSWG-ECO-456|CVE-2018-3774|url-parse|0..<1.4.3|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N|601||Open redirect: the host of an address is misread
    NSWG-ECO-312||useragent|0...2.1.12|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|400||Regular expression denial of service
    GHSA-qgmg-gppg-76g5|CVE-2021-3765|validator|0..<13.7.0|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|1333||Regular expression denial of service
    NSWG-ECO-42|CVE-2014-8882|validator|0..<3.22.1|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|400||Regular expression denial of service
    GHSA-cchq-frgv-rjh5|CVE-2023-37466|vm2|0...3.9.19|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|94||Code in the sandbox gets out through handlers of promises
    GHSA-whpj-8f3w-67p5|CVE-2023-32314|vm2|0..<3.9.18|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|74||Code in the sandbox gets out through a proxy object
    GHSA-5j4c-8p2g-v4jx|CVE-2024-9506|vue|2.0.0-alpha.1..<3.0.0-alpha.0|LOW|1333||Regular expression denial of service
    GHSA-3h5v-q93c-6h6q|CVE-2024-37890|ws|2.1.0..<5.2.4 6.0.0..<6.2.3 7.0.0..<7.5.10 8.0.0..<8.17.1|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|476||A request with very many headers crashes the server
    GHSA-6fc8-4gx4-v693|CVE-2021-32640|ws|5.0.0..<5.2.3 6.0.0..<6.2.2 7.0.0..<7.4.6|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|345 400||Regular expression denial of service by the header of a protocol
    NSWG-ECO-120||ws|0...1.1.0|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|400||Very large messages exhaust the memory
    NSWG-ECO-67||ws|0...1.0.0|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:N|201||Memory of the process is sent in an answer
    GHSA-776f-qx25-q3cc|CVE-2023-0842|xml2js|0..<0.5.0|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L|1321||Prototype pollution by an element named __proto__
    GHSA-crh6-fp67-6883|CVE-2022-39353|xmldom|0...0.6.0|CRITICAL|112||Documents with several root elements are accepted
    GHSA-c4w7-xm78-47vh|CVE-2020-7774|y18n|0..<3.2.2 4.0.0..<4.0.1 5.0.0..<5.0.5|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:L|1321 20 915||Prototype pollution by the name of a locale
    """
}
