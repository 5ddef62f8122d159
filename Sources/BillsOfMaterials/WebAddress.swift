/// Addresses as lists of packages have them, made fit to be shown.
enum WebAddress {
  private static let schemes = [
    "https", "http", "git", "ssh", "git+https", "git+http", "git+ssh", "git+git", "svn+https", "hg+https",
  ]

  /// Without user, password, query and fragment, where tokens travel.
  ///
  /// - Returns: `nil` for what is no address on the web, such as a path or a placeholder.
  static func presentable(_ address: String) -> String? {
    guard address.utf8.allSatisfy(isAllowed) else { return nil }
    let address = withScheme(address)
    guard let mark = address.firstRange(of: "://") else { return nil }
    let scheme = address[..<mark.lowerBound].lowercased()
    guard schemes.contains(scheme) else { return nil }
    let rest = address[mark.upperBound...].prefix { $0 != "?" && $0 != "#" }
    let host = rest.prefix { $0 != "/" }
    let bare = host.lastIndex(of: "@").map { host[host.index(after: $0)...] } ?? host
    guard !bare.isEmpty, !bare.hasPrefix(":"), bare.utf8.allSatisfy(isHostByte) else { return nil }
    return scheme + "://" + bare + rest.dropFirst(host.count)
  }

  /// A page of an advisory, with query and fragment, which such pages need.
  static func page(_ address: String) -> String? {
    guard address.utf8.allSatisfy(isAllowed), address.hasPrefix("https://") || address.hasPrefix("http://"),
      !address.prefix(while: { $0 != "?" }).contains("@")
    else { return nil }
    return address
  }

  /// `github.com/apple/swift-nio` of any way to write the address of a repository.
  static func hostAndPath(of address: String) -> String? {
    let address = presentable(address) ?? presentable("https://" + address)
    guard let address, let mark = address.firstRange(of: "://") else { return nil }
    var path = address[mark.upperBound...]
    while path.hasSuffix("/") { path = path.dropLast() }
    if path.hasSuffix(".git") { path = path.dropLast(".git".count) }
    return path.isEmpty ? nil : String(path)
  }

  /// `git@host:owner/name` is what ssh calls `ssh://host/owner/name`.
  private static func withScheme(_ address: String) -> String {
    guard !address.contains("://"), address.hasPrefix("git@") else { return address }
    return "ssh://" + address.replacing(":", with: "/", maxReplacements: 1)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._:".utf8.contains(byte)
    }
  }
}
