/// What kind of access an action gives, as the platform classifies its actions.
package enum AccessLevel: String, CaseIterable, Hashable, Sendable, Comparable {
  case list = "List"
  case read = "Read"
  case write = "Write"
  case tagging = "Tagging"
  case permissionsManagement = "Permissions management"

  /// By how much harm it can do.
  package static func < (left: AccessLevel, right: AccessLevel) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .list: 0
    case .read: 1
    case .tagging: 2
    case .write: 3
    case .permissionsManagement: 4
    }
  }
}
