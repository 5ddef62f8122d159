package import ApplicationModel
package import FindingModel
package import PackageModel

/// Which packages and binaries each function of an application carries.
package struct ApplicationDependencies: Sendable {
  /// By the id of the function.
  package var functions: [String: FunctionDependencies] = [:]
  /// What manifests say that belong to no function.
  package var unowned: [FunctionDependencies] = []

  package init() {}

  package subscript(function: Function) -> FunctionDependencies? { functions[function.id] }
}

/// What is packaged with one function: from the lists of its own code and of its layers.
package struct FunctionDependencies: Sendable {
  /// Manifests, lockfiles and bundles that say what is packaged.
  package var lists: [PackageList] = []
  package var packages: [PackagedDependency] = []
  /// Malicious packages that are only needed for development: not deployed, but run where the function is built.
  package var developmentThreats: [PackagedDependency] = []
  /// What its manifests ask for outside development.
  package var requirements: [DeclaredDependency] = []
  package var binaries: [NativeBinary] = []
  /// Dockerfiles and Makefiles that build it.
  package var builds: [BuildFile] = []
  /// Names of packages and modules that its code imports, by what they are imported as.
  package var imports: [ImportedName] = []
  /// Whether everything that its handler reaches was read, so that an absent import says something.
  package var isCodeRead = false

  package init() {}
}

/// One version of one package that a function carries.
package struct PackagedDependency: Sendable {
  package let entry: PackageEntry
  package let list: PackageListFormat
  /// Which list of the function it stands in, and where; `nil` for a requirement that no list resolves.
  package let origin: ListedPackage?
  /// Names from what the project asks for to this one, both included.
  package let path: [String]
  package let reach: Reach
  package let matches: [MatchedAdvisory]
  /// What the manifest allows, where no lockfile says which version it will be.
  package let constraint: String?

  package init(
    entry: PackageEntry, list: PackageListFormat, origin: ListedPackage? = nil, path: [String], reach: Reach,
    matches: [MatchedAdvisory], constraint: String? = nil
  ) {
    self.entry = entry
    self.list = list
    self.origin = origin
    self.path = path
    self.reach = reach
    self.matches = matches
    self.constraint = constraint
  }
}

/// A package's place in a list.
package struct ListedPackage: Hashable, Sendable {
  package let path: String
  /// Into ``PackageList/packages``.
  package let index: Int

  package init(path: String, index: Int) {
    self.path = path
    self.index = index
  }
}

/// Whether the handler gets to a package.
package enum Reach: Hashable, Sendable {
  /// The function's own code imports it here.
  case imported(SourceLocation)
  /// A package that the code imports needs it.
  case needed(by: String, SourceLocation)
  /// All code that the handler reaches was read, and nothing imports it or what needs it.
  case notImported
  case unknown

  package var isReached: Bool {
    switch self {
    case .imported, .needed: true
    case .notImported, .unknown: false
    }
  }
}

/// An advisory that a packaged version falls under.
package struct MatchedAdvisory: Sendable {
  package let advisory: Advisory
  package let affected: AffectedPackage
  package let symbols: SymbolUse
  package let exploit: KnownExploit?
  /// The user's or a supplier's statement that it does no harm here, with the reason.
  package let exemption: String?

  package init(
    advisory: Advisory, affected: AffectedPackage, symbols: SymbolUse, exploit: KnownExploit?,
    exemption: String? = nil
  ) {
    self.advisory = advisory
    self.affected = affected
    self.symbols = symbols
    self.exploit = exploit
    self.exemption = exemption
  }
}

/// Whether the code calls what an advisory names.
package enum SymbolUse: Hashable, Sendable {
  case called(String, SourceLocation)
  /// The code imports the package and calls none of them itself.
  case notCalled
  /// The advisory names none, or nobody can tell.
  case unknown
}

/// A requirement of a manifest with what is known of its lockfile.
package struct DeclaredDependency: Sendable {
  package let requirement: PackageRequirement
  package let format: PackageListFormat
  /// The version that a lockfile fixes; `nil` without one, or where it does not list the package.
  package let locked: String?

  package init(requirement: PackageRequirement, format: PackageListFormat, locked: String?) {
    self.requirement = requirement
    self.format = format
    self.locked = locked
  }
}

/// A name of a package or module that code imports.
package struct ImportedName: Hashable, Sendable {
  package let ecosystem: Ecosystem
  /// Of npm the package's name; of Python the dotted module.
  package let name: String
  package let location: SourceLocation

  package init(ecosystem: Ecosystem, name: String, location: SourceLocation) {
    self.ecosystem = ecosystem
    self.name = name
    self.location = location
  }
}
