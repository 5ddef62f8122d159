package import SourceModel

/// Source files to modules, by file name.
package enum Frontend {
  /// - Returns: `nil` for a file of no language that is understood; never for a file that is only broken.
  package static func module(_ bytes: [UInt8], path: String) -> SourceModule? {
    language(ofPath: path).flatMap { module(bytes, path: path, language: $0) }
  }

  /// For a program whose path does not tell its language, such as one inside a template.
  package static func module(_ bytes: [UInt8], path: String, language: SourceLanguage) -> SourceModule? {
    switch language {
    case .python: PythonFrontend.module(bytes, path: path)
    case .javaScript, .typeScript: JavaScriptFrontend.module(bytes, path: path)
    }
  }

  /// The language of a file by its extension.
  package static func language(ofPath path: String) -> SourceLanguage? {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    return switch String(name[name.index(after: dot)...])?.lowercased() {
    case "py", "pyw": .python
    case "js", "mjs", "cjs", "jsx": .javaScript
    case "ts", "mts", "cts", "tsx": .typeScript
    default: nil
    }
  }
}
