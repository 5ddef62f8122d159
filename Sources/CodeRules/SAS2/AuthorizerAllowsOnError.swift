internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Authorizers that let callers in when something fails.
package struct AuthorizerAllowsOnError: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas2-authorizer-allow-on-error", risk: .brokenAuthentication,
    title: "An authorizer lets callers in when it fails", severity: .critical, weaknesses: [636, 755],
    rationale:
      """
      An authorizer that answers 'allowed' where it catches an error lets everybody in who can make it \
      fail: a token it cannot parse, a key server that does not answer in time.
      """,
    blindSpots:
      """
      Only answers that are written in a handler of errors and that clearly allow are reported.
      """,
    remediation: Remediation(
      """
      Deny by default: throw, or return a denial, in every handler of errors.
      """,
      snippets: [
        .python: """
        except Exception:
            raise Exception("Unauthorized")
        """,
        .javaScript: """
        catch (error) {
          return { isAuthorized: false };
        }
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html"
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    guard code.isAuthorizer(in: context) else { return [] }
    return code.code.analysis.responses.compactMap { answer in
      guard answer.isInHandler, answer.value.allowsRequest else { return nil }
      return finding(
        "The authorizer '\(code.name)' answers with an approval where it has caught an error: a token that makes it fail "
          + "opens the API.", of: code.function, at: answer.location, discriminator: "error", in: context)
    }
  }

}
