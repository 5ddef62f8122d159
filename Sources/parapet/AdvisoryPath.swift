internal import Glibc

/// Where the database of advisories is.
enum AdvisoryPath {
  /// `$PARAPET_ADVISORIES`, else `parapet/advisories.sqlite` in the user's folder for what can be fetched again;
  /// `nil` where the environment names no such folder.
  static func standard(_ variable: (String) -> String? = Self.variable) -> String? {
    if let path = variable("PARAPET_ADVISORIES") { return path }
    // The specification has relative paths ignored.
    if let cache = variable("XDG_CACHE_HOME"), cache.hasPrefix("/") {
      return cache + "/parapet/advisories.sqlite"
    }
    return variable("HOME").map { $0 + "/.cache/parapet/advisories.sqlite" }
  }

  /// `nil` for an empty one as well.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
