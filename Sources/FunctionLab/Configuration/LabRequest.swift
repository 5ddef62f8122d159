/// What the user gives for a function that no template describes, or instead of what the template says.
package struct LabRequest: Sendable {
  package var runtime: String?
  package var handler: String?
  package var timeoutSeconds: Double?
  package var memory: Int?
  package var architecture: Architecture?
  package var layers: [String] = []
  package var environment: [(name: String, value: String)] = []

  package init() {}

  /// A function that is a folder, a ZIP archive or one file of code.
  package func function(at path: String) throws(LabError) -> LabFunction {
    let place = try CodePlace(path, handler: handler, runtime: runtime)
    guard let name = RuntimeName(place.runtime) else { throw .runtimeUnknown(place.runtime) }
    return applied(
      to: LabFunction(name: place.name, runtime: name, handler: place.handler, code: place.folder))
  }

  /// The user's word over the template's.
  package func applied(to function: LabFunction) -> LabFunction {
    var function = function
    if let handler { function.handler = handler }
    if let runtime = runtime.flatMap(RuntimeName.init) { function.runtime = runtime }
    if let timeoutSeconds { function.timeout = .milliseconds(Int(timeoutSeconds * 1000)) }
    if let memory { function.memory = memory }
    if let architecture { function.architecture = architecture }
    function.layers += layers
    function.environment += environment
    return function
  }
}

/// Where the code of a function without a template is, and what its files say of runtime and handler.
struct CodePlace {
  let name: String
  let folder: String
  let handler: String
  let runtime: String

  /// Files that handlers are usually in, the runtime they say, and the names of functions looked for.
  private static let usual: [(file: String, runtime: String)] = [
    ("lambda_function.py", "python3.13"), ("app.py", "python3.13"), ("handler.py", "python3.13"),
    ("main.py", "python3.13"), ("index.py", "python3.13"), ("index.mjs", "nodejs22.x"),
    ("index.js", "nodejs22.x"), ("app.mjs", "nodejs22.x"), ("app.js", "nodejs22.x"),
    ("handler.mjs", "nodejs22.x"),
    ("handler.js", "nodejs22.x"), ("index.cjs", "nodejs22.x"), ("lambda_function.rb", "ruby3.3"),
    ("app.rb", "ruby3.3"), ("bootstrap", "provided.al2023"),
  ]

  init(_ path: String, handler: String?, runtime: String?) throws(LabError) {
    guard let real = FileSystem.realPath(path) else { throw .codeMissing(path: path) }
    let isFile = FileSystem.isFile(real) && !real.hasSuffix(".zip")
    folder = isFile ? real.parentFolder : real
    name = Self.functionName(isFile ? String(real.lastPathPart.prefix { $0 != "." }) : real.lastPathPart)
    let found =
      isFile
      ? Self.usual.first { $0.file.ending == real.lastPathPart.ending }.map {
        (real.lastPathPart, $0.runtime)
      }
      : Self.usual.first { FileSystem.isFile("\(real)/\($0.file)") }.map { ($0.file, $0.runtime) }
    guard let guessed = runtime ?? Self.runtime(ofFile: handler, in: folder) ?? found?.1 else {
      throw .unusable(path: path, reason: "its runtime is not evident; say it with --runtime and --handler")
    }
    self.runtime = guessed
    if let handler {
      self.handler = handler
    } else if let file = found?.0 {
      self.handler = Self.handler(in: file, folder: folder)
    } else {
      throw .unusable(path: path, reason: "its handler is not evident; say it with --handler")
    }
  }

  /// The runtime of the file that a handler names.
  private static func runtime(ofFile handler: String?, in folder: String) -> String? {
    guard let handler, let dot = handler.lastIndex(of: ".") else { return nil }
    return [
      ("py", "python3.13"), ("mjs", "nodejs22.x"), ("js", "nodejs22.x"), ("cjs", "nodejs22.x"),
      ("rb", "ruby3.3"),
    ]
    .first { FileSystem.isFile("\(folder)/\(handler[..<dot].replacing(".", with: "/")).\($0.0)") }?.1
  }

  private static func handler(in file: String, folder: String) -> String {
    let module = String(file.prefix { $0 != "." })
    // A file that cannot be read now will tell when it is run.
    let text = (try? FileSystem.read("\(folder)/\(file)", limit: 1 << 20)).map {
      String(decoding: $0, as: UTF8.self)
    }
    let names = ["lambda_handler", "handler", "main"]
    // The first of the usual names that the file has anywhere; running it will tell.
    return "\(module).\(names.first { text?.contains($0) ?? false } ?? "handler")"
  }

  /// A folder's name with what the platform does not allow in names replaced.
  private static func functionName(_ name: String) -> String {
    let allowed = name.prefix(64).map {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") ? $0 : "-"
    }
    return allowed.isEmpty ? "function" : String(allowed)
  }
}

extension String {
  fileprivate var ending: Substring { lastIndex(of: ".").map { self[$0...] } ?? "" }
}
