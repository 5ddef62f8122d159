/// What an action does to data and configuration, as the platform classifies it.
package enum AccessLevel: Int, Hashable, Sendable, CaseIterable, Comparable {
  case list
  case read
  case write
  case permissionsManagement
  case tagging

  /// As the platform's reference names it.
  package var name: String {
    switch self {
    case .list: "List"
    case .read: "Read"
    case .write: "Write"
    case .permissionsManagement: "Permissions management"
    case .tagging: "Tagging"
    }
  }

  package static func < (left: AccessLevel, right: AccessLevel) -> Bool { left.rawValue < right.rawValue }
}

/// An action as the platform documents it.
package struct CatalogueAction: Hashable, Sendable {
  package struct Use: Hashable, Sendable {
    /// Empty for what is true of the action on any resource.
    package let resourceType: String
    package let isRequired: Bool
    package let conditionKeys: [String]
    /// Actions that the caller also needs, `iam:PassRole`.
    package let dependentActions: [String]
  }

  package let service: String
  package let name: String
  package let level: AccessLevel
  /// What it may be granted on, and with what conditions, as one text; see ``uses``.
  private let record: String

  init(_ row: PackedData.Row, service: String) {
    self.service = service
    name = row.text(0)
    level = AccessLevel(rawValue: row.number(2)) ?? .write
    record = row.text(3)
  }

  /// `s3:GetObject`.
  package var action: String { "\(service):\(name)" }

  package var uses: [Use] {
    record.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      func list(_ index: Int) -> [String] {
        fields.count > index ? fields[index].split(separator: ",").map(String.init) : []
      }
      return Use(
        resourceType: fields.first.map(String.init) ?? "", isRequired: fields.count > 1 && fields[1] == "1",
        conditionKeys: list(2), dependentActions: list(3))
    }
  }

  /// Names of the resource types that a statement may name; empty for an action that only `*` covers.
  package var resourceTypes: [String] { uses.map(\.resourceType).filter { !$0.isEmpty } }

  package var dependentActions: [String] { uses.flatMap(\.dependentActions) }

  package var conditionKeys: [String] { uses.flatMap(\.conditionKeys) }
}
