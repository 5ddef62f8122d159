package import ApplicationModel
internal import FindingModel

/// Policies that AWS keeps in every account, with their documents as of the data's date.
package struct ManagedPolicyCatalogue: Sendable {
  private let data: EncodedServiceData
  private let table: Int
  private let count: Int

  package init() { self.init(.embedded) }

  init(_ data: EncodedServiceData) {
    self.data = data
    table = data.isReadable ? data.uint32(at: 16) : 0
    count = data.isReadable ? data.uint32(at: 20) : 0
  }

  /// Names of all policies, sorted.
  package var names: [String] { (0..<count).map { data.referredText(at: table + 12 * $0) } }

  /// - Parameter name: `AWSLambdaBasicExecutionRole`, or its ARN in any partition.
  package func policy(named name: String) -> ManagedPolicy? {
    let bare = name.hasPrefix("arn:") ? name.split(separator: "/").last.map(String.init) ?? name : name
    let position = data.position(of: Array(bare.utf8), count: count) { data.uint32(at: table + 12 * $0) }
    return position.map { position in
      let entry = table + 12 * position
      return ManagedPolicy(
        name: bare, path: data.referredText(at: entry + 4), json: data.referredText(at: entry + 8))
    }
  }

  /// The policy that an entry of a role's `ManagedPolicyArns` names; `nil` for a customer's own and for open text.
  ///
  /// - Parameter text: `arn:${AWS::Partition}:iam::aws:policy/…`, or the bare name, which SAM accepts.
  package func policy(attached text: Text) -> ManagedPolicy? {
    let pattern = text.pattern
    let isBare = text.literal != nil && !pattern.contains(":") && !pattern.contains("/")
    guard isBare || pattern.contains(":aws:policy/"), let last = pattern.split(separator: "/").last,
      !last.contains("$"), !last.contains(":")
    else { return nil }
    return policy(named: String(last))
  }
}

/// A policy that AWS keeps.
package struct ManagedPolicy: Hashable, Sendable {
  package let name: String
  /// `/service-role/`.
  package let path: String
  /// The document as text; statements carry no `Sid`.
  package let json: String

  package var arn: String { "arn:aws:iam::aws:policy\(path)\(name)" }

  /// The document; its places are lines of `arn`, as no file of the user holds them.
  package var document: PolicyDocument { PolicyText.read(json, at: .start(of: arn)).document }
}
