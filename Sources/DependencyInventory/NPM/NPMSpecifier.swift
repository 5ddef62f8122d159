internal import PackageModel

/// What stands behind a package's name in npm's files: a range, a tag, an alias, or a place outside the registry.
struct NPMSpecifier {
  /// The registry's name, which an alias hides.
  var name: String
  /// What the project calls it, if not by its name.
  var alias: String?
  /// A range, version or tag; `nil` where it comes from outside the registry.
  var constraint: String?
  var source: PackageSource

  /// - Parameters:
  ///   - key: The name under which the package is asked for.
  ///   - text: As written, `^1.2.0`, `npm:other@1`, `github:owner/name#tag`.
  init(key: String, text: String) {
    name = key
    source = .registry(nil)
    constraint = nil
    var text = text.drop { $0 == " " }
    if text.hasPrefix("patch:") {
      // `patch:lodash@npm%3A4.17.21#./lodash.patch`: the package below the patch.
      let inner = Self.decoded(text.dropFirst("patch:".count).prefix { $0 != "#" })
      let parts = Self.split(inner)
      name = parts.name
      text = (parts.rest ?? "")[...]
    }
    if text.hasPrefix("npm:") {
      let rest = text.dropFirst("npm:".count)
      // Without a name, `npm:^1.2.0`, it only says that the registry is meant.
      guard let first = rest.first, first == "@" || first.isLetter && rest.contains("@") || Self.isName(rest)
      else {
        constraint = String(rest)
        return
      }
      let parts = Self.split(String(rest))
      if parts.name != key { alias = key }
      name = parts.name
      constraint = parts.rest
    } else if text.hasPrefix("jsr:") {
      jsr(String(text.dropFirst("jsr:".count)), key: key)
    } else if let outside = NPMSource.outside(String(text)) {
      source = outside
    } else {
      constraint = String(text)
    }
  }

  /// JSR gives its packages a scope of its own in npm's world: `@std/path` is `@jsr/std__path`.
  private mutating func jsr(_ rest: String, key: String) {
    let parts = rest.hasPrefix("@") ? Self.split(rest) : (key, rest)
    name = "@jsr/" + parts.0.drop { $0 == "@" }.replacing("/", with: "__")
    alias = key
    constraint = parts.1
    source = .registry("https://npm.jsr.io")
  }

  /// `@scope/name@rest` or `name@rest`; no rest where nothing follows the name.
  static func split(_ text: String) -> (name: String, rest: String?) {
    let start = text.index(text.startIndex, offsetBy: text.hasPrefix("@") ? 1 : 0)
    guard let at = text[start...].firstIndex(of: "@") else { return (text, nil) }
    return (String(text[..<at]), String(text[text.index(after: at)...]))
  }

  /// A name alone, `npm:other`, which is no range: those start with a digit or an operator, or are tags.
  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.first, first.isLetter else { return false }
    return text.contains("-") && !text.contains(" ") || text.contains("/")
  }

  /// Percent signs as yarn writes them within a locator.
  static func decoded(_ text: some StringProtocol) -> String {
    String(text).replacing("%3A", with: ":").replacing("%3a", with: ":").replacing("%2F", with: "/")
      .replacing("%40", with: "@").replacing("%23", with: "#")
  }
}
