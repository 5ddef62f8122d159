internal import Glibc

/// Paths as a template names them: from its own folder.
enum RelativePath {
  /// - Parameters:
  ///   - path: May not exist yet.
  ///   - file: The template, which exists.
  static func of(_ path: String, from file: String) -> String {
    let target = parts(of: path)
    let base = parts(of: file).dropLast()
    let common = zip(target, base).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: base.count - common) + target[common...]
    return steps.joined(separator: "/")
  }

  /// Of the real folder, so that links do not lead astray.
  private static func parts(of path: String) -> [String] {
    var parts = path.split(separator: "/").map(String.init)
    let name = parts.popLast() ?? ""
    let folder = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    guard let real = realpath(folder.isEmpty ? "." : folder, nil) else { return parts + [name] }
    defer { free(real) }
    return String(cString: real).split(separator: "/").map(String.init) + [name]
  }
}
