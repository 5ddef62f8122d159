internal import Documents
internal import FindingModel

extension VariableResolver {
  /// What reading a file gave, kept so that each is read once.
  enum FileValue {
    case document(Node)
    case missing(reason: String)
    case unreadable
    /// A program, which a scan does not run.
    case program
  }

  mutating func file(_ source: Source, at place: SourceLocation) -> Outcome {
    let name = (source.parameters ?? "").trimmingQuotes
    guard !name.isEmpty else { return .missing(kind: "file", reason: "it names no file") }
    switch contents(of: name, at: place) {
    case .program, .unreadable: return .unresolved(kind: "file")
    case .missing(let reason): return .missing(kind: "file", reason: reason)
    case .document(let document):
      guard !source.address.isEmpty else { return .value(value(of: document)) }
      switch walk(source.address.split(separator: ".", omittingEmptySubsequences: false), from: document) {
      case .found(let node): return .value(node)
      case .unresolved(let kind): return .unresolved(kind: kind)
      case .missing: return .missing(kind: "file", reason: "'\(name)' has no '\(source.address)'")
      }
    }
  }

  private mutating func contents(of name: String, at place: SourceLocation) -> FileValue {
    if let known = readFiles[name] { return known }
    guard readFiles.count < limits.files else {
      problems.once(
        "files", at: place, "variables read more than \(limits.files) files; the rest is not read")
      return .unreadable
    }
    let value = read(name, at: place)
    readFiles[name] = value
    return value
  }

  private mutating func read(_ name: String, at place: SourceLocation) -> FileValue {
    switch VariableFileKind(name) {
    case .program: return .program
    // A scan leaves files of secrets alone; what they hold is known where the service is deployed.
    case .environment: return .unreadable
    case .document, .text: break
    }
    do throws(TemplateFileError) {
      let file = try files.read(name, from: path)
      return parse(file.bytes, path: file.path, as: VariableFileKind(name), at: place)
    } catch {
      guard case .missing = error else {
        problems.add(at: place, error.description)
        return .unreadable
      }
      return .missing(reason: error.description)
    }
  }

  private mutating func parse(
    _ bytes: [UInt8], path: String, as kind: VariableFileKind, at place: SourceLocation
  ) -> FileValue {
    if kind == .text {
      guard bytes.count <= limits.text, let text = String(validating: bytes, as: UTF8.self) else {
        problems.add(at: place, "'\(path)' is not text of at most \(limits.text) bytes")
        return .unreadable
      }
      return .document(.string(text.trimmed, at: .start(of: path), isImplied: false))
    }
    do throws(DocumentError) {
      return .document(try Document.parse(bytes, path: path))
    } catch {
      if case .empty = error { return .missing(reason: "'\(path)' is empty") }
      problems.add(at: error.location, error.description)
      return .unreadable
    }
  }
}

/// How a file that a variable names is read, by its name.
enum VariableFileKind {
  case document
  case program
  case environment
  case text

  init(_ name: String) {
    let file = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
    switch file.split(separator: ".").last {
    case "yml", "yaml", "json": self = .document
    case "js", "cjs", "mjs", "ts", "cts", "mts": self = .program
    default: self = file.hasPrefix(".env") ? .environment : .text
    }
  }
}
