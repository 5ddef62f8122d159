extension SeedText {
  /// Packages of Maven; the form of a line is in ``SeedLine``.
  static let maven: StaticString = """
    GHSA-vmq6-5m68-f53m|CVE-2023-6378|ch.qos.logback:logback-classic|0..<1.2.13 1.3.0..<1.3.12 1.4.0..<1.4.12|CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:C/C:N/I:N/A:H|502||The receiver can be stopped by serialised data
    GHSA-vmq6-5m68-f53m|CVE-2023-6378|ch.qos.logback:logback-core|0..<1.2.13 1.3.0..<1.3.12 1.4.0..<1.4.12|CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:C/C:N/I:N/A:H|502||The receiver can be stopped by serialised data
    GHSA-pv7h-hx5h-mgfj|CVE-2022-25845|com.alibaba:fastjson|0..<1.2.83|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H|502||Types named in JSON get past the limits on what is made of them
    GHSA-264p-99wq-f4j6|CVE-2024-21634|com.amazon.ion:ion-java|0..<1.10.5|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|||Crafted Ion data exhausts the stack
    GHSA-c28r-hw5m-5gv3|CVE-2022-31159|com.amazonaws:aws-java-sdk-s3|0..<1.12.261|CVSS:3.1/AV:N/AC:H/PR:L/UI:R/S:C/C:H/I:H/A:L|22|com.amazonaws.services.s3.transfer:TransferManager.downloadDirectory|Keys of objects lead to files beside the download's folder
    GHSA-m5vv-6r4h-3vj9|CVE-2024-35255|com.azure:azure-identity|0..<1.12.2|CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N|362||Local users can get at the credentials of others
    GHSA-57j2-w4cx-62h2|CVE-2020-36518|com.fasterxml.jackson.core:jackson-databind|0..<2.12.6.1 2.13.0..<2.13.2.1|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|787||Deeply nested objects exhaust the stack
    GHSA-jjjh-jjxp-wpff|CVE-2022-42003|com.fasterxml.jackson.core:jackson-databind|2.4.0-rc1..<2.12.7.1 2.13.0..<2.13.4.1|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|400 502||Deeply nested arrays exhaust the stack where single values are unwrapped
    GHSA-rgv9-q543-rqg4|CVE-2022-42004|com.fasterxml.jackson.core:jackson-databind|0..<2.13.4|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|400||Deeply nested arrays exhaust the stack of beans
    GHSA-4jrv-ppp4-jm57|CVE-2022-25647|com.google.code.gson:gson|0..<2.8.9|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:H/A:H|502||Serialised internal classes can stop the service
    GHSA-7g45-4rm6-3mm3|CVE-2023-2976|com.google.guava:guava|1.0..<32.0.0|CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N|379 552|com.google.common.io:FileBackedOutputStream|Temporary files can be read by others on the machine
    GHSA-735f-pc8j-v9w8|CVE-2024-7254|com.google.protobuf:protobuf-java|0..<3.25.5 4.0.0.rc.1..<4.27.5 4.28.0.rc.1..<4.28.2|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|20||Nested groups in unknown fields exhaust the stack
    GHSA-h4h5-3hr4-j3g2|CVE-2022-3171|com.google.protobuf:protobuf-java|0..<3.16.3 3.17.0-rc-1..<3.19.6 3.20.0-rc-1..<3.20.3 3.21.0-rc-1..<3.21.7|CVSS:3.1/AV:A/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H|20||Crafted messages keep the garbage collector busy
    GHSA-735f-pc8j-v9w8|CVE-2024-7254|com.google.protobuf:protobuf-javalite|0..<3.25.5 4.0.0.rc.1..<4.27.5 4.28.0.rc.1..<4.28.2|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|20||Nested groups in unknown fields exhaust the stack
    GHSA-h376-j262-vhq6|CVE-2021-42392|com.h2database:h2|1.1.100..<2.0.206|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|502||The console loads classes from a server that its caller names
    GHSA-w33c-445m-f8w7|CVE-2023-3635|com.squareup.okio:okio|0..<3.4.0|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H|195 681|okio:GzipSource|A crafted gzip archive stops the client
    GHSA-fjq5-5j5f-mvxh|CVE-2015-7501|commons-collections:commons-collections|0..<3.2.2|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|502||Classes that let hostile serialised objects run code
    GHSA-hfrx-6qgj-fp6c|CVE-2023-24998|commons-fileupload:commons-fileupload|0..<1.5|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|770||The number of parts of an upload is not limited
    GHSA-gwrp-pvrq-jmwv|CVE-2021-29425|commons-io:commons-io|0..<2.7|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N|20 22|org.apache.commons.io:FilenameUtils.normalize|Some paths to the parent folder are left as they are
    GHSA-xpw8-rcwv-8f8p||io.netty:netty-codec-http2|0..<4.1.100.Final|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L|||Rapid Reset: streams that are opened and reset overload the server
    GHSA-2qrg-x229-3v8q|CVE-2019-17571|log4j:log4j|1.2...1.2.17|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|502|org.apache.log4j.net:SocketServer|The socket server runs code from serialised log events
    GHSA-493p-pfq6-5258|CVE-2023-1370|net.minidev:json-smart|0..<2.4.9|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|674||Deeply nested JSON exhausts the stack
    GHSA-fjq5-5j5f-mvxh|CVE-2015-7501|org.apache.commons:commons-collections4|0..<4.1|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|502||Classes that let hostile serialised objects run code
    GHSA-599f-7c49-w659|CVE-2022-42889|org.apache.commons:commons-text|1.5..<1.10.0|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|94|org.apache.commons.text:StringSubstitutor|Text4Shell: substitutions run scripts and fetch addresses
    GHSA-7rjr-3q55-vv33|CVE-2021-45046|org.apache.logging.log4j:log4j-core|0..<2.12.2 2.13.0..<2.16.0|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H|502||The first mend of Log4Shell leaves layouts that look up context open
    GHSA-8489-44mv-ggj8|CVE-2021-44832|org.apache.logging.log4j:log4j-core|2.0-beta7..<2.3.2 2.4..<2.12.4 2.13.0..<2.17.1|CVSS:3.1/AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:H/A:H|20 74||Who changes the configuration can load and run code from a server
    GHSA-jfh8-c2jp-5v3q|CVE-2021-44228|org.apache.logging.log4j:log4j-core|0..<2.3.1 2.4..<2.12.2 2.13.0..<2.15.0|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H|20 400 502 917||Log4Shell: text that is logged loads and runs code from a server
    GHSA-p6xc-xr62-6r2g|CVE-2021-45105|org.apache.logging.log4j:log4j-core|0..<2.3.1 2.4.0..<2.12.3 2.13.0..<2.17.0|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:N/I:N/A:H|20 674||Lookups that name themselves recurse without end
    GHSA-j77q-2qqg-6989|CVE-2017-5638|org.apache.struts:struts2-core|2.3.0..<2.3.32 2.5.0..<2.5.10.1|CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H|20||The Content-Type of an upload runs commands
    GHSA-hfrx-6qgj-fp6c|CVE-2023-24998|org.apache.tomcat.embed:tomcat-embed-core|8.5.85..<8.5.88 9.0.0-M1..<9.0.71 10.1.0-M1..<10.1.5 11.0.0-M2..<11.0.0-M5|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|770||The number of parts of an upload is not limited
    GHSA-v435-xc8x-wvr9|CVE-2024-30171|org.bouncycastle:bcprov-jdk15on|0..<1.78|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N|203||Timing side channel in RSA key exchange
    GHSA-v435-xc8x-wvr9|CVE-2024-30171|org.bouncycastle:bcprov-jdk18on|0..<1.78|CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N|203||Timing side channel in RSA key exchange
    GHSA-2363-cqg2-863c|CVE-2021-33813|org.jdom:jdom|0...2.0.6|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|611||External entities of XML are loaded
    GHSA-4jq9-2xhw-jpx7|CVE-2023-5072|org.json:json|0..<20231013|HIGH|358||Nested keys exhaust the memory
    GHSA-24rp-q3w6-vc56|CVE-2024-1597|org.postgresql:postgresql|0..<42.2.28 42.3.0..<42.3.9 42.4.0..<42.4.4 42.5.0..<42.5.5 42.6.0..<42.6.1 42.7.0..<42.7.2|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H|89||SQL injection in the simple query mode
    GHSA-v7wg-cpwc-24m4|CVE-2022-21724|org.postgresql:postgresql|9.4.1208..<42.2.25 42.3.0..<42.3.2|CVSS:3.1/AV:L/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H|665 668 74||Properties of a connection name classes that are made
    GHSA-6v73-fgf6-w5j7|CVE-2022-22963|org.springframework.cloud:spring-cloud-function-context|0..<3.1.7 3.2.0..<3.2.3|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|94||A header with a routing expression runs code in the function
    GHSA-36p3-wjmg-h94x|CVE-2022-22965|org.springframework:spring-beans|0..<5.2.20.RELEASE 5.3.0..<5.3.18|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|74 94||Spring4Shell: request parameters reach the class loader
    GHSA-wxqc-pxw9-g2p8|CVE-2023-20863|org.springframework:spring-core|0..<5.2.24.RELEASE 5.3.0..<5.3.27 6.0.0..<6.0.8|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|770||A crafted expression of Spring's language stops the service
    GHSA-36p3-wjmg-h94x|CVE-2022-22965|org.springframework:spring-webflux|0..<5.2.20.RELEASE 5.3.0..<5.3.18|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|74 94||Spring4Shell: request parameters reach the class loader
    GHSA-36p3-wjmg-h94x|CVE-2022-22965|org.springframework:spring-webmvc|0..<5.2.20.RELEASE 5.3.0..<5.3.18|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|74 94||Spring4Shell: request parameters reach the class loader
    GHSA-3mc7-4q67-w48m|CVE-2022-25857|org.yaml:snakeyaml|0..<1.31|CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H|400||Deeply nested collections exhaust the stack
    GHSA-mjmj-j48q-9wg2|CVE-2022-1471|org.yaml:snakeyaml|0..<2.0|CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:L|502|org.yaml.snakeyaml.constructor:Constructor|Documents name the types that are made of them, so that they run code
    """
}
