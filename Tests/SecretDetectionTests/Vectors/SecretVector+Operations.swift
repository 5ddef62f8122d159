@testable import SecretDetection

extension SecretVector {
  static let operations: [SecretVector] = [
    SecretVector(.datadogKey, named: "DD_API_KEY") { $0.hex(32) },
    SecretVector(.datadogKey, named: "DATADOG_APP_KEY") { $0.hex(40) },
    SecretVector(.newRelicKey, "user") { "NRAK-" + $0.upper(27) },
    SecretVector(.newRelicKey, "insert") { "NRII-" + $0.word(32) },
    SecretVector(.newRelicKey, "license") { $0.hex(36) + "NRAL" },
    SecretVector(.sentryToken, "user") { "sntryu_" + $0.hex(64) },
    SecretVector(.sentryToken, "organisation") {
      "sntrys_"
        + Array(#"{"iat":1700000000.5,"url":"https://sentry.io","org":"\#($0.lower(12))"}"#.utf8).base64 + "_"
        + $0.base64(43)
    },
    SecretVector(.grafanaToken, "service account") { $0.grafana() },
    SecretVector(.grafanaToken, "cloud") {
      "glc_" + Array(#"{"o":"100","n":"\#($0.lower(9))","k":"\#($0.alnum(24))","m":{"r":"eu"}}"#.utf8).base64
    },
    SecretVector(.grafanaToken, "older") {
      Array(#"{"k":"\#($0.alnum(32))","n":"\#($0.lower(6))","id":1}"#.utf8).base64
    },
    SecretVector(.pagerDutyKey, named: "PAGERDUTY_API_KEY") { $0.word(20) },
    SecretVector(.dynatraceToken, "token") { "dt0c01." + $0.upper(24) + "." + $0.upper(64) },
    SecretVector(.splunkToken, named: "SPLUNK_HEC_TOKEN") { $0.uuid() },
    SecretVector(.honeycombKey, "token") { "hcaik_" + $0.lower(58) },
    SecretVector(.postHogKey, "token") { "phx_" + $0.alnum(43) },
    SecretVector(.opsgenieKey, named: "OPSGENIE_API_KEY") { $0.uuid() },
    SecretVector(.rollbarToken, named: "ROLLBAR_ACCESS_TOKEN") { $0.hex(32) },
  ]
}
