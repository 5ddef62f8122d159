internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Layers published by accounts that nobody vouches for.
package struct LayerExternal: Rule {
  package static let metadata = RuleMetadata(
    id: "sas3-layer-external", risk: .insecureDeployment, title: "Layer of an unknown account",
    severity: .medium, weaknesses: [829, 1357],
    peers: ["prowler:awslambda_function_using_cross_account_layers"],
    rationale: """
      A layer is code that runs inside the function, with its role, its environment and every event in \
      reach. One from a stranger's account, found in a blog post or an answer, is a program whose source \
      nobody sees; the version is pinned, but what it holds from the start, or in the version somebody \
      upgrades to, is up to its owner. An extension in a layer even keeps running between requests.
      """,
    blindSpots: """
      Accounts of the platform and of well-known publishers are known from a table; accounts in the setting \
      for trusted accounts count as one's own. What a layer holds is not looked at. An ARN that a parameter \
      brings cannot be judged.
      """,
    remediation: Remediation(
      """
      Publish the layer from an account of your own, built from source you can read, or add its account to \
      the trusted accounts.
      """,
      snippets: [
        .sam: """
        Dependencies:
          Type: AWS::Serverless::LayerVersion
          Properties:
            ContentUri: layers/dependencies/
            CompatibleRuntimes: [python3.14]
        """,
        .cloudFormation: """
        Dependencies:
          Type: AWS::Lambda::LayerVersion
          Properties:
            Content:
              S3Bucket: !Ref ArtifactBucket
              S3Key: layers/dependencies.zip
        """,
        .serverlessFramework: """
        layers:
          dependencies:
            path: layers/dependencies
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-extensions.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    var users: [String: [Use]] = [:]
    var verdicts: [Verdict] = []
    for function in context.application.writtenFunctions {
      for layer in function.layers {
        switch LayerOrigin(layer.value, trusted: context.settings.trustedAccounts) {
        case .own, .publisher: continue
        case .unresolved(let what):
          verdicts.append(
            .undetermined(reason: "a layer of '\(function.name)' is \(what)", at: layer.location))
        case .stranger(let account, let name):
          users[account, default: []].append(Use(function, account, name, layer.location))
        }
      }
    }
    verdicts += users.keys.sorted().map { key in
      .fail([report(users[key] ?? [], discriminator: key, in: context)].compactMap { $0 })
    }
    return verdicts.isEmpty ? [.pass] : verdicts
  }

  private struct Use {
    let function: Function
    let account: String
    let layer: String
    let location: SourceLocation

    init(_ function: Function, _ account: String, _ layer: String, _ location: SourceLocation) {
      self.function = function
      self.account = account
      self.layer = layer
      self.location = location
    }
  }

  private func report(_ uses: [Use], discriminator: String, in context: RuleContext) -> Finding? {
    guard let first = uses.first else { return nil }
    var functions: [Function] = []
    for use in uses where !functions.contains(where: { $0.id == use.function.id }) {
      functions.append(use.function)
    }
    let reached = functions.lazy.compactMap { context.graph.dataSummary(of: $0) }
      .first { $0 == "everything" || $0.contains("secrets") }
    let reach = reached.map { " There it reaches \($0)." } ?? ""
    var layers: [String] = []
    for use in uses where !layers.contains("'\(use.layer)'") { layers.append("'\(use.layer)'") }
    let what = layers.count == 1 ? "Layer \(layers[0])" : "Layers \(layers.joined(separator: ", "))"
    return finding(
      "\(what) of account \(first.account), which is neither yours nor a known publisher's, "
        + "\(layers.count == 1 ? "runs" : "run") inside \(functions.enumeration) with "
        + "\(functions.verb("its", "their")) role.\(reach)",
      subject: .application(name: context.application.name), name: first.function.name, functions: functions,
      at: first.location, severity: reached == nil ? nil : .high, discriminator: discriminator, in: context)
  }
}
