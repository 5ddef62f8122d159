internal import AdvisoryDatabase
internal import ArgumentParser
internal import BillsOfMaterials
internal import FindingModel
internal import Glibc
internal import PackageModel
internal import ScanPipeline

/// What verbs ask that look packages up.
struct PackageOptions: ParsableArguments {
  @Option(help: "The database of advisories; see 'parapet advisories'.", completion: .file())
  var advisories: String?

  @Option(help: "A VEX document (OpenVEX or CycloneDX) with flaws that do no harm here.", completion: .file())
  var vex: [String] = []

  /// The database where there is one, and what is embedded in any case.
  func provider() throws -> any AdvisoryProvider {
    guard let path = advisories ?? AdvisoryPath.standard() else { return ScanAdvisories(.seed) }
    guard access(path, F_OK) == 0 else {
      if advisories != nil { throw ValidationError("There is no database of advisories '\(path)'.") }
      return ScanAdvisories(.seed)
    }
    do {
      return ScanAdvisories(try AdvisoryStore.open(at: path))
    } catch {
      throw ValidationError("The database of advisories cannot be used: \(error).")
    }
  }

  func apply(to options: inout ScanOptions) throws {
    options.advisories = try provider()
    for path in vex {
      do {
        let statements = try Statements.read(path)
        for problem in statements.problems {
          StandardError.write("Note: \(problem.path): \(problem.reason)\n")
        }
        options.exemptions.merge(statements)
      } catch {
        throw ValidationError("The VEX document '\(path)' cannot be read: \(error).")
      }
    }
  }
}
