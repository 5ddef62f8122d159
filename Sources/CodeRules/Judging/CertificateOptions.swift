internal import TaintEngine

extension CallFact {
  /// The option by which a call gives up checking certificates; `nil` if it does not.
  var uncheckedCertificateOption: String? {
    if ["ssl._create_unverified_context", "ssl._create_unverified_https_context"].contains(callee) {
      return callee
    }
    let isClient = ["requests.", "httpx.", "urllib3.", "aiohttp.", "boto3."].contains(where: callee.hasPrefix)
    if isClient {
      if argument(named: "verify")?.mayBe(.boolean(false)) == true { return "verify=False" }
      if argument(named: "ssl")?.mayBe(.boolean(false)) == true { return "ssl=False" }
      if argument(named: "cert_reqs")?.mentions("cert_none") == true { return "cert_reqs=CERT_NONE" }
    }
    for argument in arguments where argument.value.rejectsNothing { return "rejectUnauthorized: false" }
    return nil
  }
}

extension ValueFact {
  /// An options record, or one within it, with `rejectUnauthorized: false`.
  fileprivate var rejectsNothing: Bool {
    for name in ["rejectUnauthorized", "strictSSL"] where fields[name]?.mayBe(.boolean(false)) == true {
      return true
    }
    return ["ssl", "tls", "https", "agentOptions"].contains { name in
      fields[name]?.fields["rejectUnauthorized"]?.mayBe(.boolean(false)) ?? false
    }
  }
}
