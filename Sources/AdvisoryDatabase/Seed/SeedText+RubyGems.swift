extension SeedText {
  /// Packages of RubyGems; the form of a line is in ``SeedLine``.
  static let rubyGems: StaticString = """
    GHSA-2rqw-v265-jf8c|CVE-2021-22942|actionpack|6.0.0..<6.0.4.1 6.1.a..<6.1.4.1|HIGH|601||Open redirect
    GHSA-7wjx-3g7j-8584|CVE-2021-22904|actionpack|4.0.0..<5.2.4.6 5.2.5.a..<5.2.6 5.3.a..<6.0.3.7 6.1.a..<6.1.3.2|HIGH|||Denial of service by hostile input
    GHSA-g8ww-46x2-2p65|CVE-2021-22902|actionpack|6.0.0..<6.0.3.7 6.1.a..<6.1.3.2|HIGH|||Denial of service by hostile input
    GHSA-hjg4-8q5f-x6fm|CVE-2021-22885|actionpack|2.0.0..<5.2.4.6 5.2.5.a..<5.2.6 5.3.a..<6.0.3.7 6.1.a..<6.1.3.2|HIGH|||Information disclosure
    GHSA-wh98-p28r-vrc9|CVE-2022-23633|actionpack|5.0.0..<5.2.6.2 5.3.a..<6.0.4.6 6.1.a..<6.1.4.6 6.2.a..<7.0.2.2|HIGH|||Information disclosure
    GHSA-86g5-2wh3-gc9j|CVE-2019-5418|actionview|0..<4.2.11.1 4.3.a..<5.0.7.2 5.1.a..<5.1.6.2 5.2.a..<5.2.2.1 5.3.a..<6.0.0.beta3|HIGH|22||Files can be read through the Accept header
    GHSA-cr3x-7m39-c6jq|CVE-2020-8163|actionview|0..<4.2.11.2|HIGH|||Arbitrary code execution
    GHSA-xp5h-f8jf-rc8q|CVE-2023-23913|actionview|5.1.0..<6.1.7.3 6.1.8.a..<7.0.4.3|HIGH|79||Cross-site scripting
    GHSA-3hhc-qp5v-9p2j|CVE-2022-32224|activerecord|0..<5.2.8.1 5.3.a..<6.0.5.1 6.1.a..<6.1.6.1 6.2.a..<7.0.3.1|CRITICAL|502||Serialised columns run code
    GHSA-579w-22j4-4749|CVE-2022-44566|activerecord|0..<5.2.8 5.3.a..<6.1.7.1 6.2.a..<7.0.4.1|HIGH|||Denial of service by hostile input
    GHSA-8hc4-xxm3-5ppp|CVE-2021-22880|activerecord|4.2.0..<5.2.4.5 5.3.a..<6.0.3.5 6.1.a..<6.1.2.1|MEDIUM|||Denial of service by hostile input
    GHSA-hq7p-j377-6v63|CVE-2023-22794|activerecord|6.0.0..<6.0.6.1 6.1.a..<6.1.7.1 6.2.a..<7.0.4.1|HIGH|89||SQL injection
    GHSA-w749-p3v6-hccq|CVE-2022-21831|activestorage|5.2.0..<5.2.6.3 5.3.a..<6.0.4.7 6.1.a..<6.1.4.7 6.2.a..<7.0.2.3|CRITICAL|||Arbitrary code execution
    GHSA-xr9x-r78c-5hrm|CVE-2026-66066|activestorage|0..<7.2.3.2 7.3.a..<8.0.5.1 8.1.a..<8.1.3.1|CRITICAL|22||Path traversal
    GHSA-2j26-frm8-cmj9|CVE-2026-33176|activesupport|0..<7.2.3.1 7.3.a..<8.0.4.1 8.1.a..<8.1.2.1|MEDIUM|||Denial of service by hostile input
    GHSA-2p68-f74v-9wc6|CVE-2020-8165|activesupport|0..<5.2.4.3 5.3.a..<6.0.3.1|CRITICAL|502||Values of the cache are deserialised
    GHSA-89vf-4333-qx8v|CVE-2026-33170|activesupport|0..<7.2.3.1 7.3.a..<8.0.4.1 8.1.a..<8.1.2.1|MEDIUM|79||Cross-site scripting
    GHSA-cg4j-q9v8-6v38|CVE-2026-33169|activesupport|0..<7.2.3.1 7.3.a..<8.0.4.1 8.1.a..<8.1.2.1|MEDIUM|1333||Regular expression denial of service
    GHSA-h27x-rffw-24p4|CVE-2026-35611|addressable|2.3.0..<2.9.0|HIGH|1333||Regular expression denial of service
    GHSA-2xgq-q749-89fq|CVE-2025-14762|aws-sdk-s3|0..<1.208.0|MEDIUM|||Encrypted objects are not bound to their key
    GHSA-vqqv-v9m2-48p2|CVE-2019-10842|bootstrap-sass|3.2.0.2.0.0.1..<3.2.0.4|CRITICAL|506||A version with malicious code
    GHSA-fj7f-vq84-fh43|CVE-2021-43809|bundler|0..<2.2.33|MEDIUM|88||Addresses of repositories can start with an option
    GHSA-jvgm-pfqv-887x|CVE-2016-7954|bundler|0..<2.0.0|CRITICAL|94||Gems may come from another source than the one named
    GHSA-cf3w-g86h-35x4|CVE-2021-21305|carrierwave|0..<1.3.2 1.4.a..<2.1.1|HIGH|||Arbitrary code execution
    GHSA-vfmv-jfc5-pjjw|CVE-2024-29034|carrierwave|0..<2.2.6 2.3.a..<3.0.7|MEDIUM|79||The list of allowed types can be bypassed: cross-site scripting
    GHSA-vc47-6rqg-c7f5|CVE-2021-33621|cgi|0..<0.1.0.2 0.1.1.a..<0.2.2 0.3.a..<0.3.5|HIGH|113||HTTP response splitting
    GHSA-h8w8-99g7-qmvj|CVE-2026-54904|concurrent-ruby|0..<1.3.7|HIGH|||Denial of service by hostile input
    GHSA-73rf-6mrf-759q|CVE-2019-5421|devise|0..<4.6.0|CRITICAL|367||Locks after failed sign-ins can be raced
    GHSA-jp94-3292-c3xv|CVE-2026-40295|devise|0..<5.0.4|MEDIUM|601||Open redirect
    GHSA-hwhh-2fwm-cfgw|CVE-2018-1000088|doorkeeper|2.1.0..<4.2.6|HIGH|79||Cross-site scripting
    GHSA-48rx-c7pg-q66r|CVE-2026-54171|excon|0..<1.5.0|MEDIUM|||Credentials are sent to the host of a redirect
    GHSA-98m9-hrrm-r99r|CVE-2026-54297|faraday|0..<1.10.6 1.11.a..<2.14.3|HIGH|||Denial of service by hostile input
    GHSA-23c2-gwp5-pxw9|CVE-2023-22799|globalid|0.2.1..<1.0.1||1333||Regular expression denial of service
    GHSA-735f-pc8j-v9w8|CVE-2024-7254|google-protobuf|0..<3.25.5 3.26.a..<4.27.5 4.28.a..<4.28.2|HIGH|20||Nested groups in unknown fields exhaust the stack
    GHSA-3h96-34p3-xm76||graphql|2.3.1..<2.3.23 2.4.a..<2.4.18 2.5.a..<2.5.26 2.6.a..<2.6.1|MEDIUM|||Comments get past the limit on tokens
    GHSA-496j-2rq6-j6cc|CVE-2023-33953|grpc|0..<1.53.2 1.54.a..<1.54.3 1.55.a..<1.55.2 1.56.a..<1.56.2|HIGH|||Denial of service by hostile input
    GHSA-5pq7-52mg-hr42|CVE-2024-22049|httparty|0..<0.21.0|MEDIUM|472||Names of uploaded files change the request
    GHSA-hm5p-x4rq-38w4|CVE-2025-68696|httparty|0..<0.24.0|HIGH|918||Server-side request forgery
    GHSA-34hf-g744-jw64|CVE-2014-10077|i18n|0..<0.8.0|HIGH|||Denial of service by hostile input
    GHSA-cxf7-qrc5-9446|CVE-2022-24720|image_processing|0..<1.12.2|CRITICAL|78||Command injection
    GHSA-5c5f-7vfq-3732|CVE-2022-32511|jmespath|0..<1.6.1|CRITICAL|502||JSON is read by a function that makes objects of it
    GHSA-9hj4-r449-hfvc|CVE-2026-71847|json|2.20.0..<2.21.2|HIGH|416||Use after free when parsing is resumed
    GHSA-9m3q-rhmv-5q44|CVE-2025-27788|json|2.10.0..<2.10.2|HIGH|125||Crafted JSON reads memory out of bounds
    GHSA-c32j-vqhx-rx3x|CVE-2026-45363|jwt|0..<2.10.3 2.11.a..<3.2.0|HIGH|347||Tokens signed with an empty key are accepted
    GHSA-52p9-v744-mwjj|CVE-2021-28834|kramdown|1.16.0..<2.3.1|CRITICAL|||Arbitrary code execution
    GHSA-mqm2-cgpr-p4m6|CVE-2020-14001|kramdown|0..<2.3.0|CRITICAL|94||Documents can read files and run templates
    GHSA-228g-948r-83gx|CVE-2022-23515|loofah|2.1.0..<2.19.1|MEDIUM|79||Cross-site scripting
    GHSA-3x8r-x6xp-q4vm|CVE-2022-23516|loofah|2.2.0..<2.19.1|HIGH|||Denial of service by hostile input
    GHSA-486f-hjj9-9vhh|CVE-2022-23514|loofah|0..<2.19.1|HIGH|1333||Regular expression denial of service
    GHSA-r7j3-vvh2-xrpj|CVE-2019-13574|mini_magick|0..<4.9.4|HIGH|78||Command injection
    GHSA-vcgp-9326-pqcp|CVE-2026-42246|net-imap|0..<0.3.10 0.4.a..<0.4.24 0.5.a..<0.5.14 0.6.a..<0.6.4|HIGH|||Encryption can be stripped by an answer that comes too early
    GHSA-cgx6-hpwq-fhv5||nokogiri|0..<1.13.5|HIGH|||Buffer overflow
    GHSA-cr5j-953j-xw5p|CVE-2019-5477|nokogiri|0..<1.10.4|CRITICAL|78||Command injection
    GHSA-jw9f-hh49-cvp9|CVE-2021-3517|nokogiri|0..<1.11.4|HIGH|||Buffer overflow
    GHSA-r58r-74gx-6wx3|CVE-2017-15412|nokogiri|0..<1.8.2|HIGH|||Denial of service by hostile input
    GHSA-v4f8-2847-rwm7|CVE-2021-3518|nokogiri|0..<1.11.4|HIGH|||Buffer overflow
    GHSA-v6gp-9mmm-c6p5|CVE-2018-25032|nokogiri|0..<1.13.4|HIGH|||Buffer overflow
    GHSA-3v45-f3vh-wg7m|CVE-2026-54502|oj|0..<3.17.3|HIGH|||Buffer overflow
    GHSA-pm55-qfxr-h247|CVE-2020-36599|omniauth|0..<1.9.2 1.10.a..<2.0.0|CRITICAL|79||Error messages are not escaped
    GHSA-cvp8-5r8g-fhvq|CVE-2024-45409|omniauth-saml|0..<1.10.5 2.0.0..<2.1.2 2.2.a..<2.2.1|CRITICAL|||Authorization or signature check can be bypassed
    GHSA-pjj4-w39g-pw54|CVE-2017-15928|ox|0..<2.8.1|HIGH|||Denial of service by hostile input
    GHSA-5jcf-c5rg-rmm8|CVE-2017-0889|paperclip|0..<5.2.0|CRITICAL|918||Server-side request forgery
    GHSA-7xx3-m584-x994|CVE-2019-16770|puma|0..<3.12.2 3.13.a..<4.3.1|HIGH|||Denial of service by hostile input
    GHSA-h99w-9q5r-gjq9|CVE-2022-24790|puma|0..<4.3.12 4.4.a..<5.6.4|CRITICAL|444||HTTP request smuggling
    GHSA-qpgp-93vx-g8v8|CVE-2026-47736|puma|5.5.0..<7.2.1 7.3.a..<8.0.2|HIGH|||Denial of service by hostile input
    GHSA-rmj8-8hhh-gv5h|CVE-2022-23634|puma|0..<4.3.11 4.4.a..<5.6.2|HIGH|||Information disclosure
    GHSA-625h-95r8-8xpm|CVE-2025-59830|rack|0..<2.2.18|HIGH|400||The limit on parameters can be bypassed
    GHSA-8vqr-qjwx-82mw|CVE-2026-34829|rack|0..<2.2.23 2.3.a..<3.1.21 3.2.a..<3.2.6|HIGH|||Denial of service by hostile input
    GHSA-gjh7-p2fx-99vx|CVE-2025-46727|rack|0..<2.2.14 2.3.a..<3.0.16 3.1.a..<3.1.14|HIGH|||Denial of service by hostile input
    GHSA-h2jq-g4cq-5ppq|CVE-2026-34785|rack|0..<2.2.23 2.3.a..<3.1.21 3.2.a..<3.2.6|HIGH|||Information disclosure
    GHSA-mxw3-3hh2-x2mh|CVE-2026-22860|rack|0..<2.2.22 2.3.a..<3.1.20 3.2.a..<3.2.5|HIGH|22||Path traversal
    GHSA-p543-xpfm-54cp|CVE-2025-61770|rack|0..<2.2.19 2.3.a..<3.1.17 3.2.a..<3.2.2|HIGH|||Denial of service by hostile input
    GHSA-v6x5-cg8r-vv6x|CVE-2026-34827|rack|3.0.0.beta1..<3.1.21 3.2.a..<3.2.6|HIGH|||Denial of service by hostile input
    GHSA-wq4h-7r42-5hrr|CVE-2022-30123|rack|0..<2.0.9.1 2.1.a..<2.1.4.1 2.2.a..<2.2.3.1|CRITICAL|78||Command injection
    GHSA-2j9c-9vmv-7m39|CVE-2017-11173|rack-cors|0..<0.4.1|HIGH|||Origins that only end alike are allowed
    GHSA-688c-3x49-6rqj|CVE-2018-1000119|rack-protection|0..<1.5.5 1.6.a..<2.0.0|MEDIUM|203||Timing side channel in the comparison of tokens
    GHSA-33qg-7wpp-89cq|CVE-2026-39324|rack-session|2.0.0..<2.1.2|CRITICAL|||Session cookies without encryption are accepted
    GHSA-5x79-w82f-gw8w|CVE-2022-23517|rails-html-sanitizer|0..<1.4.4|HIGH|1333||Regular expression denial of service
    GHSA-9h9g-93gc-623h|CVE-2022-23519|rails-html-sanitizer|0..<1.4.4|MEDIUM|79||Cross-site scripting
    GHSA-mcvf-2q2m-x72m|CVE-2022-23518|rails-html-sanitizer|1.0.3..<1.4.4|MEDIUM|79||Cross-site scripting
    GHSA-ggxm-pgc9-g7fp|CVE-2021-31799|rdoc|3.11.0..<6.1.2.1 6.1.3.a..<6.2.1.1 6.2.2.a..<6.3.1|HIGH|78||Command injection
    GHSA-q3wr-qw3g-3p4h|CVE-2020-26298|redcarpet|0..<3.5.1|MEDIUM|79||Cross-site scripting
    GHSA-xh69-987w-hrp8|CVE-2025-24294|resolv|0..<0.2.2 0.3.a..<0.3.0 0.4.a..<0.6.1|HIGH|||Denial of service by hostile input
    GHSA-333g-rpr4-7hxq|CVE-2019-15224|rest-client|1.6.9.0.0.1..<1.6.14|CRITICAL|506||Versions with malicious code
    GHSA-2rxp-v6pw-ch6m|CVE-2024-49761|rexml|0..<3.3.9|HIGH|1333||Regular expression denial of service
    GHSA-4xqq-m2hx-25v8|CVE-2024-39908|rexml|0..<3.3.2|MEDIUM|||Denial of service by hostile input
    GHSA-vmwr-mc7x-5vc3|CVE-2024-43398|rexml|0..<3.3.6|HIGH|||Denial of service by hostile input
    GHSA-4vc4-m8qh-g8jm|CVE-2025-25291|ruby-saml|0..<1.12.4 1.13.a..<1.18.0|CRITICAL|||Authorization or signature check can be bypassed
    GHSA-754f-8gm6-c4r2|CVE-2025-25292|ruby-saml|0..<1.12.4 1.13.a..<1.18.0|CRITICAL|||Authorization or signature check can be bypassed
    GHSA-gcqq-w6gr-h9j9|CVE-2017-5946|rubyzip|0..<1.2.1|CRITICAL|22||Path traversal
    GHSA-vqcq-mrmw-mcmg|CVE-2018-1000544|rubyzip|0..<1.2.2|CRITICAL|22||Path traversal
    GHSA-f5ww-cq3m-q3g7|CVE-2023-36823|sanitize|3.0.0..<6.0.2|HIGH|79||Cross-site scripting
    GHSA-h3r8-h5qw-4r35|CVE-2023-1892|sidekiq|7.0.4..<7.0.8|HIGH|79||Cross-site scripting
    GHSA-jrfj-98qg-qjgv|CVE-2022-23837|sidekiq|0..<5.2.10 5.3.a..<6.4.0|HIGH|||Denial of service by hostile input
    GHSA-2x8x-jmrp-phxw|CVE-2022-45442|sinatra|0..<2.2.3 2.3.a..<3.0.4|HIGH|494||Downloads can be given a name by the caller
    GHSA-qp49-3pvw-x4m5|CVE-2022-29970|sinatra|0..<2.2.0|HIGH|22||Path traversal out of the public folder
    GHSA-5h5r-ffc4-c455|CVE-2019-13354|strong_password|0.0.7..<0.0.8|CRITICAL|506||A version with malicious code
    GHSA-fg7x-g82r-94qc|CVE-2023-28756|time|0..<0.1.1 0.2.a..<0.2.2|HIGH|1333||Regular expression denial of service
    GHSA-5cm2-9h8c-rvfx|CVE-2022-31163|tzinfo|0..<0.3.61 0.4.a..<1.2.10|HIGH|22||Path traversal
    GHSA-j4pr-3wm6-xx2r|CVE-2025-61594|uri|0..<0.12.5 0.13.a..<0.13.3 0.14.a..<1.0.4|HIGH|200||Credentials of an address survive a change of host
    GHSA-gwfg-cqmg-cf8f|CVE-2020-25613|webrick|0..<1.6.1|HIGH|444||HTTP request smuggling
    GHSA-r995-q44h-hr64|CVE-2025-6442|webrick|0..<1.8.2|MEDIUM|444||HTTP request smuggling
    GHSA-g6wq-qcwm-j5g2|CVE-2020-7663|websocket-extensions|0..<0.1.5|HIGH|1333||Regular expression denial of service
    GHSA-3jfp-46x4-xgfj|CVE-2026-41493|yard|0..<0.9.42|HIGH|22||Path traversal
    """
}
