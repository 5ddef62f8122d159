internal import Documents
internal import FunctionProtection

/// Knows what was added from what it looks like: templates have no other memory, and JSON not even comments.
enum Recognition {
  /// Behind the element of a list whose own text does not tell.
  static let mark = "# parapet"

  static func isLauncher(_ text: String) -> Bool {
    FunctionArchitecture.allCases.contains { text == LayerPaths.launcher($0) }
  }

  /// What `LD_PRELOAD` held before; `nil` for nothing.
  static func othersPreloaded(_ text: String) -> String? {
    guard let own = library(in: text) else { return text }
    return text == own ? nil : String(text.dropFirst(own.count + 1))
  }

  /// The enforcer's library, if that is what comes first in `LD_PRELOAD`.
  static func library(in preload: String) -> String? {
    FunctionArchitecture.allCases.map(LayerPaths.library).first {
      preload == $0 || preload.hasPrefix($0 + ":")
    }
  }

  /// A layer whose name, or whose parameter's or resource's, says that it is the enforcer's.
  static func isEnforcerLayer(_ node: Node) -> Bool {
    let text = node.text ?? (node.intrinsic?.name == "Ref" ? node.intrinsic?.argument.text : nil)
    guard let text else { return false }
    return layerName(of: text).lowercased().contains("parapet")
  }

  /// The name in `arn:aws:lambda:eu-west-1:111122223333:layer:name:4`; any other text is one.
  private static func layerName(of text: String) -> String {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard text.hasPrefix("arn:"), parts.count >= 7 else { return text }
    return String(parts[6])
  }
}
