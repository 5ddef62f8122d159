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
    let collected = try Scan(options).carried()
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

extension BillRun {
  /// The name of the folder that is scanned.
  private var folder: String? {
    guard let path = options.paths.first, let real = FileAccess.realPath(path) else { return nil }
    return String(FilePath.name(of: real)).nonEmpty
  }
}

extension PackageCarrier {
  /// A template's file name says nothing of the application: the folder it lies in does.
  fileprivate func named(besides folder: String?) -> PackageCarrier {
    guard application == FilePath.name(of: path) else { return self }
    let own = String(FilePath.name(of: FilePath.folder(of: path))).nonEmpty ?? folder ?? application
    var carrier = PackageCarrier(application: own, path: path, function: function, dependencies: dependencies)
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

extension String {
  fileprivate var nonEmpty: String? { isEmpty || self == "." || self == ".." ? nil : self }
}
