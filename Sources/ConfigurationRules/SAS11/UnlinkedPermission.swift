internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// Permissions for a source that no longer, or never, sends to the function.
package struct UnlinkedPermission: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas11-unlinked-permission", risk: .obsoleteParts, title: "Permission without its trigger",
    severity: .low,
    profile: .strict, weaknesses: [1164, 284],
    rationale: """
      The permission lets a bucket, topic, rule or API of the template invoke the function, but nothing \
      connects the two: the trigger was removed and the permission stayed. Whoever can change that source \
      connects it again, with events nobody expects, and needs no right over the function to do so.
      """,
    blindSpots: """
      Only sources that are resources of the template are judged, and not where a custom resource names \
      them, because it may make the connection. Sources outside the template that could be taken over are \
      reported by sas2-confused-deputy.
      """,
    remediation: Remediation(
      "Remove the permission, or restore the trigger it belongs to.",
      snippets: [
        .cloudFormation: """
        Bucket:
          Type: AWS::S3::Bucket
          DependsOn: {name}
          Properties:
            NotificationConfiguration:
              LambdaConfigurations:
                - Event: s3:ObjectCreated:*
                  Function: !GetAtt Function.Arn
        """
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html"])

  package init() {}

  package func subjects(in application: Application) -> [Permission] { application.permissions }

  package func evaluate(_ permission: Permission, in context: RuleContext) -> Verdict {
    guard !permission.isImplied, let target = permission.function.value,
      let function = context.graph.function(meantBy: target)
    else { return .notApplicable }
    if let bucket = permission.bucketElsewhere {
      return .fail([
        finding(
          """
          The bucket '\(bucket)' may invoke '\(function.name)', but the template neither creates it nor \
          makes it do so: check that it still exists and still needs the function.
          """,
          about: permission, functions: [function], confidence: .low, in: context)
      ])
    }
    guard let id = permission.sourceARN.value?.references.first?.id, let source = context.graph.resource(id),
      canTell(source, in: context)
    else { return .notApplicable }
    let isLinked = function.triggers.contains { trigger in
      trigger.connection != permission.id
        && (trigger.connection == id || trigger.source.value?.references.contains { $0.id == id } ?? false)
    }
    if isLinked { return .pass }
    return .fail([
      finding(
        "'\(source.name)' may invoke '\(function.name)', but nothing in the template makes it do so.",
        about: permission, functions: [function], in: context)
    ])
  }

  /// Whether every connection of a source would be in the template.
  private func canTell(_ source: any Resource, in context: RuleContext) -> Bool {
    switch source {
    case is Bucket, is Topic, is EventRule: break
    case let api as API:
      if api.hasUnreadBody || api.routes.isEmpty { return false }
    default: return false
    }
    return !context.application.others.contains { other in
      (other.type.hasPrefix("Custom::") || other.type == "AWS::CloudFormation::CustomResource")
        && other.references.contains(source.id)
    }
  }
}

extension Permission {
  /// The ARN of a bucket by a name nobody in the template has; one without an account is a confused deputy's.
  fileprivate var bucketElsewhere: String? {
    guard serviceName == "s3", !sourceAccount.isAbsent, let arn = sourceARN.value?.literal, !arn.contains("*")
    else {
      return nil
    }
    return arn
  }
}
