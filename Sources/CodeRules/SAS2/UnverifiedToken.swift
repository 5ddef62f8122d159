internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Tokens whose signature nobody checks.
package struct UnverifiedToken: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas2-jwt-unverified", risk: .brokenAuthentication,
    title: "A token is read without checking its signature", severity: .high, weaknesses: [347],
    peers: ["semgrep:unverified-jwt-decode"],
    rationale:
      """
      A token that is decoded but not verified says whatever its sender wrote: any user, any role. \
      `verify=False`, the algorithm `none`, `jwt.decode` of the Node library, which never verifies, or \
      a decoding of one's own (cut at the dots, base64, JSON) make the authentication a formality.
      """,
    blindSpots:
      """
      A token that an authorizer of the API verified before the function runs may be decoded; functions \
      behind a JWT or user pool authorizer are not reported. A token that is decoded by hand is not \
      reported either in a function that checks any signature.
      """,
    remediation: Remediation(
      """
      Verify with the key and a fixed list of algorithms, issuer and audience: `jwt.decode(token, key, \
      algorithms=[...])` in Python, `jwt.verify(token, key, { algorithms: [...] })` in Node.
      """,
      snippets: [
        .python: """
        claims = jwt.decode(token, key, algorithms=["RS256"], audience=AUDIENCE, issuer=ISSUER)
        """,
        .javaScript: """
        const claims = jwt.verify(token, key, { algorithms: ["RS256"], audience, issuer });
        """,
      ]),
    references: [
      "https://pyjwt.readthedocs.io/en/stable/usage.html",
      "https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html",
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    // Behind an authorizer that verified the token, decoding it again is reading a claim.
    let triggers = code.function.triggers
    let isVerifiedBefore =
      !triggers.isEmpty
      && triggers.allSatisfy { trigger in
        switch trigger.authorizer {
        case .jwt, .userPool, .function, .iam: true
        default: false
        }
      }
    guard !isVerifiedBefore else { return [] }
    return decodings(by: code, in: context) + dissections(by: code, in: context)
  }

  /// Tokens that a library was told to decode only.
  private func decodings(by code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    // The same function often decodes first to find the key, and verifies then.
    let verifies = code.code.analysis.calls.contains { $0.isTokenVerification }
    return code.code.analysis.calls.compactMap { call in
      guard call.isTokenDecoding, !(verifies && call.isScriptDecoding) else { return nil }
      return finding(
        "'\(code.name)' reads a token with `\(call.callee)` without checking its signature, so callers can write "
          + "what it says.", of: code.function, at: call.location,
        confidence: call.arguments.contains { !$0.value.origins.isEmpty } ? .high : .medium,
        discriminator: call.callee, in: context)
    }
  }

  /// Tokens that the code cut at their dots and decoded by itself.
  private func dissections(by code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    let analysis = code.code.analysis
    guard !analysis.calls.contains(where: { $0.isTokenVerification || $0.isSignatureCheck }) else {
      return []
    }
    var seen: Set<SourceLocation> = []
    return analysis.flows.compactMap { flow in
      guard flow.kind == .tokenClaims, !flow.isAuthenticated, flow.origin.mayHoldToken,
        seen.insert(flow.location).inserted
      else { return nil }
      return finding(
        "'\(code.name)' cuts the claims out of a token (\(flow.origin.quotedTitle)) and decodes them without checking "
          + "its signature, so callers can write what it says.", of: code.function, at: flow.location,
        confidence: flow.passedUnknownCall ? .medium : .high, trace: flow.steps,
        discriminator: flow.callee + "|" + flow.origin.title, in: context)
    }
  }
}
