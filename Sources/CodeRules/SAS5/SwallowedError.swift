internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Errors that are caught and forgotten.
package struct SwallowedError: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas5-swallowed-exception", risk: .inadequateMonitoring, title: "An error is caught and forgotten",
    severity: .low, weaknesses: [390, 778],
    peers: ["bandit:B110"],
    rationale:
      """
      A handler that catches everything and does nothing hides failures and attacks alike: no log, no \
      metric, no retry. The platform counts the invocation as a success and deletes the message.
      """,
    blindSpots:
      """
      A handler with any statement in it is silent, and so is one that catches a narrow type. A callback \
      that is told of success after an error is reported for functions that nobody waits for.
      """,
    remediation: Remediation(
      """
      Log the error, and let it end the invocation where the work was not done.
      """,
      snippets: [
        .python: """
        except Exception:
            logger.exception("order failed")
            raise
        """,
        .javaScript: """
        } catch (error) {
          console.error("order failed", error);
          throw error;
        }
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/invocation-retries.html",
      "https://cwe.mitre.org/data/definitions/390.html",
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    SwallowedErrors.places(in: code.code).map { place in
      finding(
        "'\(code.name)' catches every error here and does nothing: the failure leaves no trace, and the event counts as "
          + "done.", of: code.function, at: place,
        discriminator: place.path + "|" + code.code.ordinal(of: place), in: context)
    } + successes(of: code, in: context)
  }

  /// Only where nobody waits for an answer is a success after an error the end of the event.
  private func successes(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    let triggers = code.function.triggers
    guard !triggers.isEmpty, triggers.allSatisfy({ $0.invocation != .synchronous }) else { return [] }
    return ReportedSuccess.places(in: code.code).map { place in
      finding(
        "'\(code.name)' ends here as if all had gone well, although an error came: the platform neither repeats the "
          + "event nor keeps it.", of: code.function, at: place, discriminator: place.path + "|success",
        in: context)
    }
  }

}
