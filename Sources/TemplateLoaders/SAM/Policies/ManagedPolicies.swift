/// Resolves names of AWS managed policies to ARNs.
enum ManagedPolicies {
  /// The ARN of a policy, or `nil` for a name AWS does not manage.
  ///
  /// The commercial partition: that is what SAM writes when no region says otherwise.
  static func arn(of name: String) -> String? {
    paths[Substring(name)].map { "arn:aws:iam::aws:policy/\($0)\(name)" }
  }

  private static let paths: [Substring: Substring] = {
    var paths: [Substring: Substring] = [:]
    var path: Substring = ""
    for line in ManagedPolicyTable.text.split(separator: "\n") {
      if line.hasSuffix("/") {
        path = line == "/" ? "" : line
        continue
      }
      for name in line.split(separator: " ") { paths[name] = path }
    }
    return paths
  }()
}
