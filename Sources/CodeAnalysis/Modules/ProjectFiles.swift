internal import DependencyInventory
internal import Documents
internal import Synchronization
internal import TemplateLoaders

/// Files beside the programs that say where imports lead; each is read once.
final class ProjectFiles: PackageFiles {
  let files: any CodeFiles
  private let manifests = Mutex<[String: ScriptManifest?]>([:])
  private let aliases = Mutex<[String: ImportAliases?]>([:])
  private let requirements = Mutex<[String: PythonRequirements?]>([:])
  private let workspaces = Mutex<[String: [String: String]]>([:])

  /// Longer ones are no settings that somebody wrote; in bytes.
  static let byteLimit = 1_000_000

  init(files: any CodeFiles) {
    self.files = files
  }

  func bytes(of path: String) -> [UInt8]? {
    guard files.contains(path), let bytes = files.bytes(of: path), bytes.count <= Self.byteLimit else {
      return nil
    }
    return bytes
  }

  func contains(_ path: String) -> Bool { files.contains(path) }

  /// A malformed file says nothing of where imports lead; that it is malformed is its owner's tools' to say.
  func json(_ path: String, hasComments: Bool = false) -> Node? {
    guard let bytes = bytes(of: path) else { return nil }
    return try? JSONReader.parse(hasComments ? CommentedJSON.plain(bytes) : bytes, path: path)
  }

  /// The folder's `package.json`.
  func manifest(in folder: String) -> ScriptManifest? {
    remembered(manifests, folder) { ScriptManifest(in: folder, self) }
  }

  /// What the folder's `tsconfig.json` or `jsconfig.json` says of names of imports.
  func aliases(in folder: String) -> ImportAliases? {
    remembered(aliases, folder) { ImportAliases(in: folder, self) }
  }

  /// What the folder's `requirements.txt`, `pyproject.toml` and `Pipfile` ask for.
  func requirements(in folder: String) -> PythonRequirements? {
    remembered(requirements, folder) { PythonRequirements(in: folder, self) }
  }

  /// Folders of the packages of a monorepo by name, as the manifest of its root lists them.
  func workspacePackages(in folder: String) -> [String: String] {
    if let known = workspaces.withLock({ $0[folder] }) { return known }
    let found = Workspaces.packages(in: folder, self)
    workspaces.withLock { $0[folder] = found }
    return found
  }

  private func remembered<Content: Sendable>(
    _ store: borrowing Mutex<[String: Content?]>, _ folder: String, _ read: () -> Content?
  ) -> Content? {
    if let known = store.withLock({ $0[folder] }) { return known }
    // Outside the lock: two threads may read the same file, which costs time and changes nothing.
    let content = read()
    store.withLock { $0[folder] = .some(content) }
    return content
  }
}
