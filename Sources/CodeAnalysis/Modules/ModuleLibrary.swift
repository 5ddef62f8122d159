internal import LanguageFrontends
package import SourceModel
internal import Synchronization
package import TaintEngine

/// The programs of a scanned tree: each file is read and lowered once, whoever asks first.
package final class ModuleLibrary: Sendable {
  /// A file longer than this is a bundle of other people's code more often than a handler; in bytes.
  package static let byteLimit = 5_000_000

  let files: any CodeFiles
  let project: ProjectFiles
  /// Knows which libraries have models.
  let engine: TaintEngine
  private let modules = Mutex<[String: SourceModule?]>([:])
  private let resolutions = Mutex<[ImportQuestion: ModuleResolution]>([:])

  package init(files: any CodeFiles, engine: TaintEngine = .standard) {
    self.files = files
    self.engine = engine
    project = ProjectFiles(files: files)
  }

  /// Where an import leads, found once.
  func resolution(of question: ImportQuestion, _ find: () -> ModuleResolution) -> ModuleResolution {
    if let known = resolutions.withLock({ $0[question] }) { return known }
    let found = find()
    resolutions.withLock { $0[question] = found }
    return found
  }

  package func module(_ path: String) -> SourceModule? {
    if let known = modules.withLock({ $0[path] }) { return known }
    // Outside the lock: two threads may lower the same file, which costs time and changes nothing.
    let module = read(path)
    modules.withLock { $0[path] = .some(module) }
    return module
  }

  private func read(_ path: String) -> SourceModule? {
    guard let bytes = files.bytes(of: path), bytes.count <= Self.byteLimit else { return nil }
    return Self.lower { Frontend.module(bytes, path: path) }
  }

  /// Programs nest as deep as the frontends follow; the stacks of a task pool are not made for that.
  static func lower(_ body: @escaping () -> SourceModule?) -> SourceModule? {
    DeepStack.run(body) ?? nil
  }
}

/// All that decides where an import leads.
struct ImportQuestion: Hashable, Sendable {
  let specifier: String
  let folder: String
  let roots: [String]
  let language: SourceLanguage
}
