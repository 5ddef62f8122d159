internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
internal import RuleModel

/// Roles of functions that may use every action of a service.
package struct ServiceWildcard: ConcernRule {
  package static let metadata = RuleMetadata(
    id: "sas4-service-wildcard", risk: .overPrivilegedRoles, title: "Every action of a service allowed",
    severity: .high, weaknesses: [250, 272],
    peers: ["trivy:AVD-AWS-0057", "trivy:AVD-AWS-0114", "securityhub:IAM.21"],
    rationale: """
      `s3:*` is more than reading and writing objects: it deletes buckets, opens them to the public and \
      replaces their policies. Code that only stores a file never needs that, but whoever gets in through a \
      flaw in the code may use all of it, and what the service learns to do next year as well.
      """,
    blindSpots: """
      On named resources the finding is of medium severity, because the damage ends there. `logs:*` is only \
      noted, since it is how many functions are allowed to write their log. Services without actions that \
      can be scoped, such as X-Ray, are left out, and so are statements that a condition narrows to \
      resources, for example by `aws:ResourceTag`.
      """,
    remediation: Remediation(
      "Name the actions the code calls, and the resources it calls them on.",
      snippets: [
        .sam: """
        Policies:
          - S3ReadPolicy:
              BucketName: !Ref Uploads
        """,
        .cloudFormation: """
        Statement:
          - Effect: Allow
            Action: [s3:GetObject, s3:PutObject]
            Resource: !Sub "${Uploads.Arn}/*"
        """,
        .serverlessFramework: """
        provider:
          iam:
            role:
              statements:
                - Effect: Allow
                  Action: [s3:GetObject, s3:PutObject]
                  Resource: !Sub "${Uploads.Arn}/*"
        """,
      ],
      variants: ServiceExamples.all),
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
    ])

  package init() {}

  static let concern = StatementConcern.wholeService

  func judge(_ grant: Grant, in context: RuleContext) -> Judgement? {
    let place = grant.breadth == .named ? " on named resources" : " on \(grant.resource)"
    let harms = grant.patterns.compactMap { pattern in
      pattern.service == "s3" && grant.statement.isAboutObjects
        ? "It can read, overwrite and delete the objects, and open each of them to others."
        : Self.harm(of: pattern.service, on: grant.breadth)
    }
    let harm = harms.isEmpty ? "That includes deletion and administration." : harms.joined(separator: " ")
    return Judgement(
      message: "\(grant.holder.title) may use \(grant.patterns.phrase)\(place). \(harm)",
      severity: severity(of: grant))
  }

  private func severity(of grant: Grant) -> Severity {
    if grant.patterns.allSatisfy({ $0.service == "logs" }) { return .info }
    return grant.breadth == .named ? .medium : .high
  }

  /// What the whole of a service means to an attacker, one sentence.
  private static func harm(of service: String, on breadth: ResourceBreadth) -> String? {
    let each = breadth == .named ? "the" : "every"
    return switch service {
    case "s3": "It can read, overwrite and delete \(each) bucket's objects, and make the bucket public."
    case "dynamodb": "It can read, change and delete \(each) table."
    case "lambda": "It can replace \(each) function's code and use the function's role."
    case "sqs": "It can read, forge and delete \(each) queue's messages, and open the queue to others."
    case "sns": "It can forge \(each) topic's messages, subscribe to them and open the topic to others."
    case "secretsmanager": "It can read, change and delete \(each) secret."
    case "ssm": "It can read parameters and run commands on managed machines."
    case "kms": "It can decrypt with \(each) key, replace its policy and schedule its deletion."
    case "sts": "It can take on other roles."
    case "rds": "It can copy, change and delete \(each) database."
    case "ec2": "It can start machines at the owner's expense and change the network."
    case "cloudformation": "It can change \(each) stack with the rights the stack was made with."
    case "logs": "It can read and delete logs, its own traces among them."
    case "ses": "It can send mail as \(each) verified identity."
    case "cognito-idp": "It can reset passwords and take over users' accounts."
    case "*": "It can do everything the resource allows, deletion and change of its policy included."
    default: nil
    }
  }
}

extension Statement {
  /// Whether it names objects only, `arn:aws:s3:::uploads/*`: the buckets themselves are out of its reach.
  fileprivate var isAboutObjects: Bool {
    guard case .only(let texts) = resources, !texts.isEmpty else { return false }
    return texts.allSatisfy { text in
      text.value.parts.contains {
        if case .literal(let literal) = $0 { literal.contains("/") } else { false }
      }
    }
  }
}
