/// Groups of artifacts that are often found without their descriptor, from Maven Central.
enum JavaGroups {
  static func group(of artifact: String) -> String? {
    if let group = groups[artifact] { return group }
    return families.first { artifact.hasPrefix($0.prefix) }?.group
  }

  private static let groups: [String: String] = [
    "activation": "javax.activation", "animal-sniffer-annotations": "org.codehaus.mojo",
    "aopalliance": "aopalliance", "asm": "org.ow2.asm", "aws-lambda-java-core": "com.amazonaws",
    "bsh": "org.beanshell", "c3p0": "com.mchange", "cglib": "cglib", "checker-qual": "org.checkerframework",
    "classmate": "com.fasterxml", "commons-beanutils": "commons-beanutils", "commons-codec": "commons-codec",
    "commons-collections": "commons-collections", "commons-collections4": "org.apache.commons",
    "commons-compress": "org.apache.commons", "commons-configuration": "commons-configuration",
    "commons-configuration2": "org.apache.commons", "commons-csv": "org.apache.commons",
    "commons-dbcp2": "org.apache.commons", "commons-fileupload": "commons-fileupload",
    "commons-io": "commons-io", "commons-jxpath": "commons-jxpath", "commons-lang": "commons-lang",
    "commons-lang3": "org.apache.commons", "commons-logging": "commons-logging",
    "commons-math3": "org.apache.commons", "commons-net": "commons-net",
    "commons-pool2": "org.apache.commons",
    "commons-text": "org.apache.commons", "commons-validator": "commons-validator", "dom4j": "org.dom4j",
    "fastjson": "com.alibaba", "fastjson2": "com.alibaba.fastjson2", "groovy": "org.codehaus.groovy",
    "gson": "com.google.code.gson", "guava": "com.google.guava", "guice": "com.google.inject",
    "h2": "com.h2database", "hazelcast": "com.hazelcast", "hibernate-core": "org.hibernate",
    "hibernate-validator": "org.hibernate.validator", "httpasyncclient": "org.apache.httpcomponents",
    "httpclient": "org.apache.httpcomponents", "httpclient5": "org.apache.httpcomponents.client5",
    "httpcore": "org.apache.httpcomponents", "itextpdf": "com.itextpdf",
    "jackson-annotations": "com.fasterxml.jackson.core",
    "jackson-core": "com.fasterxml.jackson.core", "jackson-core-asl": "org.codehaus.jackson",
    "jackson-databind": "com.fasterxml.jackson.core", "jackson-mapper-asl": "org.codehaus.jackson",
    "javassist": "org.javassist", "javax.inject": "javax.inject", "jdom": "org.jdom", "jdom2": "org.jdom",
    "jettison": "org.codehaus.jettison", "jjwt": "io.jsonwebtoken", "jna": "net.java.dev.jna",
    "joda-time": "joda-time", "json": "org.json", "json-path": "com.jayway.jsonpath",
    "json-smart": "net.minidev", "jsoup": "org.jsoup", "jsr305": "com.google.code.findbugs", "junit": "junit",
    "kotlin-stdlib": "org.jetbrains.kotlin", "log4j": "log4j", "logback-classic": "ch.qos.logback",
    "logback-core": "ch.qos.logback", "lombok": "org.projectlombok", "mysql-connector-j": "com.mysql",
    "mysql-connector-java": "mysql", "nimbus-jose-jwt": "com.nimbusds", "ognl": "ognl",
    "okhttp": "com.squareup.okhttp3", "okio": "com.squareup.okio", "pdfbox": "org.apache.pdfbox",
    "poi": "org.apache.poi", "poi-ooxml": "org.apache.poi", "postgresql": "org.postgresql",
    "protobuf-java": "com.google.protobuf", "reactor-core": "io.projectreactor", "rhino": "org.mozilla",
    "serializer": "xalan", "snakeyaml": "org.yaml", "snappy-java": "org.xerial.snappy",
    "sqlite-jdbc": "org.xerial", "struts2-core": "org.apache.struts", "tika-core": "org.apache.tika",
    "velocity": "org.apache.velocity", "velocity-engine-core": "org.apache.velocity",
    "woodstox-core": "com.fasterxml.woodstox",
    "xalan": "xalan", "xercesImpl": "xerces", "xml-apis": "xml-apis", "xmlbeans": "org.apache.xmlbeans",
    "xmlsec": "org.apache.santuario", "xstream": "com.thoughtworks.xstream", "zip4j": "net.lingala.zip4j",
  ]

  /// Artifacts that share a beginning and a group; the longer beginnings first.
  private static let families: [(prefix: String, group: String)] = [
    ("aws-java-sdk", "com.amazonaws"), ("aws-lambda-java-", "com.amazonaws"), ("bcprov-", "org.bouncycastle"),
    ("bcpkix-", "org.bouncycastle"), ("guice-", "com.google.inject.extensions"),
    ("jackson-dataformat-", "com.fasterxml.jackson.dataformat"),
    ("jackson-datatype-", "com.fasterxml.jackson.datatype"),
    ("jackson-module-", "com.fasterxml.jackson.module"),
    ("jetty-", "org.eclipse.jetty"), ("jjwt-", "io.jsonwebtoken"), ("kotlin-stdlib-", "org.jetbrains.kotlin"),
    ("log4j-", "org.apache.logging.log4j"), ("netty-", "io.netty"), ("slf4j-", "org.slf4j"),
    ("spring-boot", "org.springframework.boot"), ("spring-cloud-", "org.springframework.cloud"),
    ("spring-data-", "org.springframework.data"), ("spring-security-", "org.springframework.security"),
    ("spring-", "org.springframework"), ("tomcat-embed-", "org.apache.tomcat.embed"),
    ("tomcat-", "org.apache.tomcat"),
  ]
}
