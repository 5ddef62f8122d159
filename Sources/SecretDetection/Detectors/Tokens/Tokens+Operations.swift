internal import FindingModel

extension Tokens {
  static let operations: [TokenDetector?] = [
    TokenDetector(.datadogKey, "ddapp_{alnum:34}"),
    TokenDetector(.datadogKey, "ddpat_{alnum:34-60}"),
    TokenDetector(.newRelicKey, "NRAK-{upper:27}"),
    TokenDetector(.newRelicKey, "NRII-{word:32}"),
    TokenDetector(.newRelicKey, "NRRA-{hex:42}"),
    TokenDetector(.newRelicKey, "NRJS-{hex:19}", .low),
    TokenDetector(.newRelicKey, "{hex:36}NRAL"),
    TokenDetector(.newRelicKey, "NRIQ-{word:32}"),
    TokenDetector(.sentryToken, "sntryu_{hex:64}"),
    TokenDetector(.sentryToken, "sntrys_eyJ{base64=:80-400}_{base64:43}"),
    TokenDetector(.grafanaToken, "glsa_{alnum:32}_{hex:8}", check: TokenChecks.grafana),
    TokenDetector(.grafanaToken, "glc_eyJ{base64=:50-400}", check: TokenChecks.jsonBody),
    TokenDetector(.grafanaToken, "eyJrIjoi{base64=:60-120}", check: TokenChecks.jsonAll),
    TokenDetector(.dynatraceToken, "dt0c01.{upper:24}.{upper:64}"),
    TokenDetector(.dynatraceToken, "dt0s16.{upper:24}.{upper:64}"),
    TokenDetector(.dynatraceToken, "dt0s02.{upper:8}.{upper:64}"),
    TokenDetector(.honeycombKey, "hcaik_{lower:58}"),
    TokenDetector(.honeycombKey, "hcaic_{lower:58}"),
    TokenDetector(.honeycombKey, "hcbik_{lower:58}"),
    TokenDetector(.honeycombKey, "hcalk_{lower:58}"),
    TokenDetector(.honeycombKey, "hcxik_{lower:58}"),
    TokenDetector(.postHogKey, "phx_{alnum:43-50}"),
  ]
}
