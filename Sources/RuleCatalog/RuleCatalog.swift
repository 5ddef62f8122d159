package import FindingModel
package import RuleModel

/// Every rule there is, sorted by risk and id.
///
/// Written by hand, one list per risk beside this file; a test compares the lists with the rule folders.
package enum RuleCatalog {
  package static let all: [any Rule] =
    sas1 + sas2 + sas3 + sas4 + sas5 + sas6 + sas7 + sas8 + sas9 + sas10 + sas11 + sas12

  /// The rules of a profile: `strict` includes those of `default`.
  package static func rules(in profile: Profile) -> [any Rule] {
    all.filter { profile == .strict || $0.metadata.profile == .default }
  }

  package static func rule(_ id: String) -> (any Rule)? {
    all.first { $0.metadata.id == id }
  }
}
