/// Packages of npm that are known to fetch or build native parts when they are installed.
///
/// From the packages' own pages and repositories; what is not here gets a closer look.
enum NativeInstallers {
  static let npm: Set<String> = [
    "@apollo/rover", "@datadog/libdatadog", "@datadog/native-appsec", "@datadog/native-iast-taint-tracking",
    "@datadog/native-metrics", "@datadog/pprof", "@newrelic/native-metrics", "@parcel/watcher",
    "@prisma/client", "@prisma/engines", "@sentry/cli", "@sentry/profiling-node", "@swc/core",
    "@tensorflow/tfjs-node", "argon2", "aws-crt", "bcrypt", "better-sqlite3", "bufferutil", "canvas",
    "chromedriver", "core-js", "core-js-pure", "cpu-features", "cypress", "dd-trace", "deasync",
    "dtrace-provider",
    "electron", "esbuild", "event-loop-stats", "farmhash", "ffi-napi", "ffmpeg-static", "fsevents",
    "gc-stats",
    "grpc", "heapdump", "ibm_db", "iconv", "isolated-vm", "kerberos", "leveldown", "libpq", "libxmljs",
    "libxmljs2", "lmdb", "microtime", "mongodb-client-encryption", "msgpackr-extract", "node-expat",
    "node-libcurl",
    "node-rdkafka", "node-sass", "nodegit", "nx", "odbc", "oracledb", "phantomjs-prebuilt", "playwright",
    "prisma", "protobufjs", "puppeteer", "re2", "ref-napi", "robotjs", "scrypt", "sharp", "snappy",
    "sodium-native",
    "sqlite3", "ssh2", "unix-dgram", "usb", "utf-8-validate", "v8-profiler-next", "workerd",
    "youtube-dl-exec", "zeromq",
    "zopfli",
  ]
}
