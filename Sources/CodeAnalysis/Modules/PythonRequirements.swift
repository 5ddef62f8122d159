internal import DependencyInventory
internal import FindingModel
internal import PackageModel

/// Packages that a folder of Python code asks for, and those of them that lie in the scanned tree.
struct PythonRequirements: Sendable {
  private let distributions: Set<PackageIdentity>
  /// Folders that packages are installed from.
  let folders: [String]

  private static let formats: [PackageListFormat] = [.requirements, .pythonProject, .pipfile]

  init?(in folder: String, _ project: ProjectFiles) {
    let lists = Self.formats.compactMap { format -> PackageList? in
      let path = FilePath.join(folder, format.rawValue)
      return project.bytes(of: path).map {
        PackageListReader.read($0, path: path, format: format, files: project)
      }
    }
    guard !lists.isEmpty else { return nil }
    // The project itself is installed too.
    let own = lists.compactMap(\.project.name).map { PackageIdentity(.pypi, $0) }
    distributions = Set(own + lists.flatMap(\.requirements).map(\.identity))
    folders = lists.flatMap { Self.folders(of: $0, project) }
  }

  /// Whether one of them may bring a module.
  func bring(_ module: String) -> Bool {
    distributions.contains { ImportNames.hasWord(module, in: $0) }
  }

  private static func folders(of list: PackageList, _ project: ProjectFiles) -> [String] {
    let named = list.requirements.compactMap { requirement -> InstalledFolder? in
      guard case .path(let path) = requirement.source else { return nil }
      return InstalledFolder(path: path, at: requirement.location)
    }
    return (named + list.folders).flatMap { folder in
      package(folder.path, from: FilePath.folder(of: folder.location.path), project).map {
        [$0, FilePath.join($0, "src")]
      } ?? []
    }
  }

  /// Paths start from the folder in which the installer runs: that of the file, or of the template above it.
  private static func package(_ path: String, from folder: String, _ project: ProjectFiles) -> String? {
    ([folder] + FilePath.ancestors(of: folder)).lazy
      .compactMap { FilePath.normalised(FilePath.join($0, path)) }
      .first { !$0.isEmpty && isPackage($0, project) }
  }

  private static func isPackage(_ folder: String, _ project: ProjectFiles) -> Bool {
    ["setup.py", "pyproject.toml", "setup.cfg"].contains {
      project.files.contains(FilePath.join(folder, $0))
    }
  }
}
