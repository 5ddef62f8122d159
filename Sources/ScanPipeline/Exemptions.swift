internal import BillsOfMaterials
internal import DependencyAnalysis
internal import FindingModel
internal import PackageModel

/// Statements of VEX documents, as reasons not to report a flaw.
enum Exemptions {
  /// - Parameter folder: The name of the folder that is scanned, as which `parapet sbom` writes of the whole.
  static func asking(_ statements: VEXStatements, in folder: String?) -> DependencyAnalyser.Exemptions {
    { question in
      let name = ApplicationNaming.name(question.application, path: question.path, in: folder)
      let subjects = [
        BillSubject(.application, name: name, path: ""),
        folder.map { BillSubject(.application, name: $0, path: "") },
        question.function.map { BillSubject(.function, name: $0, application: name, path: "") },
      ].compactMap(\.self)
      // The name of a function alone is that of many: `handler`.
      let names = subjects.filter { $0.kind == .application }.map(\.name)
      let products = subjects.map(\.packageURL.description) + names
      let statement = statements.statement(
        for: question.identity, version: question.version, ids: question.names, products: products)
      return statement.flatMap(reason)
    }
  }

  private static func reason(_ statement: VEXStatement) -> String? {
    let place = "\(statement.location.path):\(statement.location.line)"
    // It becomes part of a sentence.
    let detail = statement.detail.map { ", " + ($0.hasSuffix(".") ? String($0.dropLast()) : $0) } ?? ""
    return switch statement.status {
    case .notAffected(let justification):
      "not affected" + (justification.map { " (\($0.rawValue.replacing("_", with: " ")))" } ?? "") + detail
        + ", says \(place)"
    case .fixed: "fixed\(detail), says \(place)"
    case .affected, .underInvestigation: nil
    }
  }

  /// One sentence for each flaw that a statement keeps out of the report, sorted.
  static func notices(_ judgements: [Judgement]) -> [String] {
    var sentences: Set<String> = []
    for judgement in judgements {
      for carried in Array(judgement.dependencies.functions.values) + judgement.dependencies.unowned {
        for package in carried.packages {
          for match in package.matches {
            guard let reason = match.exemption else { continue }
            sentences.insert(
              "\(match.advisory.id) in '\(package.entry.name)' \(package.entry.version ?? "") is left out: \(reason)."
            )
          }
        }
      }
    }
    return sentences.sorted()
  }
}
