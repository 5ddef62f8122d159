internal import ApplicationModel
package import FindingModel
internal import PolicyEngine
internal import RuleModel

/// Functions that may read all data of a kind.
package struct DataExfiltration: ConcernRule {
  package static let metadata = RuleMetadata(
    id: "sas4-data-exfiltration", risk: .overPrivilegedRoles, title: "Function may read all data of a kind",
    severity: .high, weaknesses: [250, 1220],
    peers: ["checkov:CKV_AWS_107", "checkov:CKV_AWS_108", "checkov:CKV_AWS_287", "checkov:CKV_AWS_288"],
    rationale: """
      A function that may read every secret, every parameter, every bucket or every table of the account \
      turns one flaw in its code into a leak of all of them. Secrets are the worst: they open what the role \
      itself does not reach, databases and other companies' services among them.
      """,
    blindSpots: """
      Reading is known by a table of actions for the services that store data; reading of mere descriptions \
      is left out. Names with a prefix, `parameter/orders/*`, pass. Resource policies and keys may still \
      refuse what the role allows.
      """,
    remediation: Remediation(
      "Name the secrets, parameters, buckets or tables that the code reads.",
      snippets: [
        .sam: """
        Policies:
          - AWSSecretsManagerGetSecretValuePolicy:
              SecretArn: !Ref DatabaseSecret
        """,
        .cloudFormation: """
        - Effect: Allow
          Action: secretsmanager:GetSecretValue
          Resource: !Ref DatabaseSecret
        """,
        .serverlessFramework: """
        provider:
          iam:
            role:
              statements:
                - Effect: Allow
                  Action: secretsmanager:GetSecretValue
                  Resource: !Ref DatabaseSecret
        """,
      ],
      variants: ServiceExamples.all),
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html",
    ])

  package init() {}

  static let concern = StatementConcern.dataRead

  func judge(_ grant: Grant, in context: RuleContext) -> Judgement? {
    let kinds = Self.kinds(of: grant.patterns)
    return Judgement(
      message: "\(grant.holder.title) may read \(kinds) of the account (\(grant.patterns.phrase) on "
        + "\(grant.resource)), not only what it works with." + grant.companions)
  }

  static func kinds(of patterns: [ActionPattern]) -> String {
    var seen: Set<String> = []
    let services = patterns.map(\.service).filter { seen.insert($0).inserted }
    let first = gravest.filter(seen.contains)
    seen = []
    return (first + services).map(kind).filter { seen.insert($0).inserted }.phrase()
  }

  /// Services whose data tells most, for a list that has to be cut.
  private static let gravest = ["secretsmanager", "ssm", "s3", "dynamodb", "rds-data", "sqs"]

  private static func kind(of service: String) -> String {
    switch service {
    case "secretsmanager": "every secret"
    case "ssm": "every parameter"
    case "s3": "every object of every bucket"
    case "dynamodb": "every table"
    case "rds", "rds-data", "rds-db", "redshift", "redshift-data": "every database"
    case "ec2", "ebs": "every disk"
    case "kinesis": "every stream"
    case "logs": "every log"
    case "sqs": "every queue"
    case "codecommit": "every code repository"
    default: "all data in \(service)"
    }
  }
}
