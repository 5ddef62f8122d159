internal import DependencyAnalysis
internal import PackageModel

/// Whether code imports a package, by all names it may be imported as.
///
/// What a distribution of PyPI is imported as is nowhere in a manifest: besides known names whatever resembles the
/// package's own counts, so that a doubt is no finding.
struct ImportedAs {
  private let names: Set<String>
  private let modules: Set<String>

  init(_ imports: [ImportedName]) {
    names = Set(imports.filter { $0.ecosystem == .npm }.map(\.name))
    modules = Set(imports.filter { $0.ecosystem == .pypi }.map { $0.name.letters })
  }

  func contains(_ requirement: PackageRequirement) -> Bool {
    guard requirement.identity.ecosystem == .pypi else {
      let name = requirement.alias ?? requirement.name
      return names.contains(name) || names.contains { $0.hasPrefix(name + "/") }
    }
    let name = requirement.identity.name
    let wanted = name.letters
    let known = Self.unlike[name] ?? []
    return modules.contains { module in
      let top = module
      return known.contains { top.hasPrefix($0.letters) } || top.resembles(wanted)
    }
  }

  /// Distributions whose modules have nothing of their name.
  private static let unlike: [String: [String]] = [
    "attrs": ["attr"], "beautifulsoup4": ["bs4"], "biopython": ["Bio"], "django-environ": ["environ"],
    "faiss-cpu": ["faiss"], "gitpython": ["git"], "google-api-python-client": ["googleapiclient"],
    "mysqlclient": ["MySQLdb"], "opencv-python": ["cv2"], "opencv-python-headless": ["cv2"],
    "pillow": ["PIL"],
    "protobuf": ["google.protobuf"], "pycryptodome": ["Crypto"], "pycryptodomex": ["Cryptodome"],
    "pymupdf": ["fitz"], "pyobjc": ["objc"], "scikit-image": ["skimage"], "scikit-learn": ["sklearn"],
    "setuptools": ["pkg_resources"], "tb-nightly": ["tensorboard"], "wxpython": ["wx"], "pywin32": ["win32"],
    "antlr4-python3-runtime": ["antlr4"], "backports-zoneinfo": ["zoneinfo"], "discord-py": ["discord"],
    "kafka-python": ["kafka"], "ruamel-yaml": ["ruamel"], "snowflake-connector-python": ["snowflake"],
    "azure-identity": ["azure"], "pyserial": ["serial"], "memory-profiler": ["memory_profiler"],
  ]
}

extension String {
  /// Without hyphens, dots and underscores, in lower case: `google.cloud.storage` is `googlecloudstorage`.
  fileprivate var letters: String { filter { $0.isLetter || $0.isNumber }.lowercased() }

  /// Whether one has the other in it; short names would be in everything.
  fileprivate func resembles(_ other: String) -> Bool {
    if self == other { return true }
    if count >= 3, other.contains(self) { return true }
    return other.count >= 3 && contains(other)
  }
}
