internal import ApplicationGraph
package import ApplicationModel
internal import CodeAnalysis
package import FindingModel
internal import PolicyEngine
package import RuleModel

/// Functions whose role may write to the very source that triggers them.
package struct SelfTrigger: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas8-self-trigger", risk: .denialOfServiceAndWallet, title: "The function may trigger itself",
    severity: .medium, weaknesses: [674, 835],
    rationale: """
      A function that writes to the bucket, queue, topic or table that triggers it runs again for its own output. \
      An image resizer that stores its thumbnails beside the originals is the classic: one upload, an endless \
      loop. The platform breaks some loops after about 16 rounds, but not those through DynamoDB or EventBridge.
      """,
    blindSpots: """
      Where the code was read, `sas8-recursive-write` says whether it writes there. Where it was not, the right to \
      write is all that is known, so the confidence is medium. A trigger that filters by prefix or suffix is taken \
      to exclude the function's own output.
      """,
    remediation: Remediation(
      "Write to another bucket, queue or table, or filter the trigger by a prefix that the output does not have, "
        + "and take the permission to write to the source away.",
      snippets: [
        .cloudFormation: """
        NotificationConfiguration:
          LambdaConfigurations:
            - Event: s3:ObjectCreated:*
              Function: !GetAtt {name}.Arn
              Filter:
                S3Key:
                  Rules:
                    - Name: prefix
                      Value: incoming/
        """,
        .sam: """
        Events:
          Upload:
            Type: S3
            Properties:
              Bucket: !Ref Uploads
              Events: s3:ObjectCreated:*
              Filter:
                S3Key:
                  Rules:
                    - Name: prefix
                      Value: incoming/
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html"])

  package init() {}

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    // Where the code was read, what it writes is known, and a write to the source is a finding of its own.
    if context.code[function]?.isComplete == true { return .pass }
    let statements = context.graph.statements(of: function)
    let loops = function.triggers.compactMap { trigger -> Finding? in
      guard trigger.filter == .none, let action = Self.writing(trigger.kind),
        let source = trigger.source.value?.references.first, isNarrow(statements, action, on: source)
      else { return nil }
      return finding(
        "'\(function.name)' is triggered by \(trigger.kind.title) '\(source.id)' and its role may write there: its own "
          + "output can trigger it again without end.",
        about: function, at: trigger.location, confidence: .medium, discriminator: source.id, in: context)
    }
    return loops.isEmpty ? .pass : .fail(loops)
  }

  private static func writing(_ kind: TriggerKind) -> String? {
    switch kind {
    case .bucket: "s3:PutObject"
    case .queue: "sqs:SendMessage"
    case .topic: "sns:Publish"
    case .kinesis: "kinesis:PutRecord"
    case .tableStream: "dynamodb:PutItem"
    default: nil
    }
  }

  /// Whether a statement about this very source allows it; one about everything is another rule's finding.
  private func isNarrow(_ statements: [Statement], _ action: String, on source: ResourceReference) -> Bool {
    statements.contains { statement in
      guard statement.allows, statement.covers(action: action), !statement.coversEveryResource else {
        return false
      }
      return statement.resources.texts.contains { text in
        text.value.references.contains { $0.id == source.id }
      }
    }
  }
}
