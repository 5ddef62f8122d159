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
    // Bytes, because the table is long and its first use is part of nearly every scan.
    for line in ManagedPolicyTable.text.utf8.split(separator: UInt8(ascii: "\n")) {
      if line.last == UInt8(ascii: "/") {
        path = line.count == 1 ? "" : Substring(line)
        continue
      }
      for name in line.split(separator: UInt8(ascii: " ")) { paths[Substring(name)] = path }
    }
    return paths
  }()
}
