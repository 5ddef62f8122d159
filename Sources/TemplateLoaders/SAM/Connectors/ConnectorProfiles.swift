internal import FindingModel

/// What connecting one type of resource to another makes.
struct ConnectorProfile {
  enum Kind {
    /// A managed policy on a role.
    case role(ofDestination: Bool)
    /// A policy of the destination that admits a service.
    case topicPolicy(service: String)
    case queuePolicy(service: String)
    case permission(service: String)
  }

  struct Statement {
    let access: String
    let actions: [String]
    /// Patterns of ``ConnectorTable``.
    let resources: [String]
  }

  var kind: Kind
  var mappingWaits = false
  var sourceWaits = false
  var needsBoth = false
  var needsRead = false
  var statements: [Statement] = []

  /// Accesses the profile offers.
  var accesses: Set<String> {
    if case .role = kind { return Set(statements.map(\.access)) }
    return ["Write"]
  }

  func accepts(_ wanted: Set<String>) -> Bool {
    guard !wanted.isEmpty, wanted.isSubset(of: accesses) else { return false }
    if needsBoth { return wanted == ["Read", "Write"] }
    return !needsRead || wanted.contains("Read")
  }
}

enum ConnectorProfiles {
  static let all: [String: ConnectorProfile] = read(ConnectorTable.text)

  static func profile(from source: String, to destination: String) -> ConnectorProfile? {
    all["\(source) \(destination)"]
  }

  static func read(_ table: String) -> [String: ConnectorProfile] {
    var profiles: [String: ConnectorProfile] = [:]
    var current = ""
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if line.hasPrefix(" "), words.count >= 3 {
        let parts = words[1].split(separator: ":", maxSplits: 1)
        let actions = parts.last.map { $0.split(separator: ",").map { "\(parts[0]):\($0)" } } ?? []
        profiles[current]?.statements.append(
          ConnectorProfile.Statement(access: words[0], actions: actions, resources: Array(words[2...])))
      } else if words.count >= 3 {
        current = "AWS::\(words[0]) AWS::\(words[1])"
        profiles[current] = profile(words[2], Array(words[3...]))
      }
    }
    return profiles
  }

  private static func profile(_ kind: String, _ words: [String]) -> ConnectorProfile {
    let service = (words.first ?? "") + ".amazonaws.com"
    switch kind {
    case "topic": return ConnectorProfile(kind: .topicPolicy(service: service))
    case "queue": return ConnectorProfile(kind: .queuePolicy(service: service))
    case "function": return ConnectorProfile(kind: .permission(service: service))
    default:
      return ConnectorProfile(
        kind: .role(ofDestination: kind == "role<"), mappingWaits: words.contains("mapping"),
        sourceWaits: words.contains("source"), needsBoth: words.contains("both"),
        needsRead: words.contains("read"))
    }
  }
}
