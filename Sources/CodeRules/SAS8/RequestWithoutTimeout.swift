internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Requests that wait as long as the other side likes.
package struct RequestWithoutTimeout: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas8-sdk-timeout", risk: .denialOfServiceAndWallet, title: "A request has no timeout",
    severity: .low, profile: .strict, weaknesses: [400, 1088],
    peers: ["bandit:B113"],
    rationale:
      """
      A request without a timeout waits until the function's own ends. One slow server then keeps every \
      copy of the function busy and paid for, and callers pile up behind it.
      """,
    blindSpots:
      """
      Only libraries that wait for ever by default are looked at. A timeout set for the whole process or \
      in an adapter is not seen.
      """,
    remediation: Remediation(
      """
      Give every request a timeout well below the function's own.
      """,
      snippets: [
        .python: """
        requests.get(url, timeout=(2, 5))
        """,
        .javaScript: """
        await axios.get(url, { timeout: 5000 });
        """,
      ]),
    references: [
      "https://requests.readthedocs.io/en/latest/user/advanced/#timeouts",
      "https://axios-http.com/docs/req_config",
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    guard let seconds = timeoutSeconds(of: code.function) else { return [] }
    return code.code.analysis.calls.compactMap { call in
      guard !call.isInitialization, call.waitsForever else { return nil }
      return finding(
        "'\(code.name)' calls `\(call.callee)` without a timeout: a server that does not answer holds the function for "
          + "all of its \(seconds) seconds.", of: code.function, at: call.location,
        discriminator: call.callee, in: context)
    }
  }

  /// Short functions end by themselves before anybody notices.
  private func timeoutSeconds(of function: Function) -> Int? {
    let seconds = function.timeout.value ?? 3
    return seconds >= 10 ? seconds : nil
  }

}
