package import BillsOfMaterials
internal import DependencyAnalysis
package import FindingModel
internal import PackageModel

/// discover → load → read the code → join packages: the work of `parapet sbom`.
package struct BillRun: Sendable {
  package struct Outcome: Sendable {
    /// Of everything that was scanned.
    package let whole: BillOfMaterials
    /// One for each function, sorted by application and name.
    package let functions: [BillOfMaterials]
    package let notChecked: [NotChecked]
    package let notices: [String]
  }

  private let options: ScanOptions

  /// - Parameter options: Rules and thresholds in it are not looked at.
  package init(_ options: ScanOptions) {
    self.options = options
  }

  /// - Throws: ``ScanError`` for a path that does not exist.
  package func run() throws(ScanError) -> Outcome {
    let collected = try CarriedPackages(options)
    let folder = ApplicationNaming.folder(options)
    let carriers = collected.carriers.map { $0.named(besides: folder) }
    let applications = Set(carriers.map(\.application)).sorted()
    let name = applications.count == 1 ? applications.first : folder
    var whole = BillAssembler(BillSubject(.application, name: name ?? "application", path: "."), options)
    for carrier in carriers { whole.add(carrier) }
    let functions = carriers.filter { $0.function != nil }.map { carrier in
      var assembler = BillAssembler(carrier.subject, options)
      assembler.add(carrier)
      return assembler.bill(isComplete: collected.isComplete)
    }
    return Outcome(
      whole: whole.bill(isComplete: collected.isComplete), functions: functions,
      notChecked: collected.notChecked, notices: collected.notices)
  }
}

extension PackageCarrier {
  fileprivate func named(besides folder: String?) -> PackageCarrier {
    var carrier = PackageCarrier(
      application: ApplicationNaming.name(application, path: path, in: folder), path: path,
      function: function, dependencies: dependencies)
    carrier.prefix = prefix
    return carrier
  }
}

/// What one function carries, or a list of no function.
struct PackageCarrier: Sendable {
  let application: String
  /// Of the template or list, relative to the scanned root.
  let path: String
  let function: String?
  let dependencies: FunctionDependencies
  /// What stands before paths where several folders are scanned.
  var prefix = ""

  func prefixed(_ prefix: String) -> PackageCarrier {
    var carrier = PackageCarrier(
      application: application, path: path.prefixed(prefix), function: function, dependencies: dependencies)
    carrier.prefix = prefix
    return carrier
  }

  var subject: BillSubject {
    function.map { BillSubject(.function, name: $0, application: application, path: path) }
      ?? BillSubject(.application, name: application, path: path)
  }
}
