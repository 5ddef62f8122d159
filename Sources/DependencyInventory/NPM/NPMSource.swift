internal import PackageModel

/// Where npm's packages come from, by the address that a file has for them.
enum NPMSource {
  private static let hosts = [
    "github": "https://github.com/", "gitlab": "https://gitlab.com/",
    "bitbucket": "https://bitbucket.org/", "gist": "https://gist.github.com/",
  ]
  private static let ordinary: Set<String> = [
    "https://registry.npmjs.org", "https://registry.yarnpkg.com", "https://registry.npmjs.com",
  ]

  /// The place a specifier names; `nil` for ranges, versions and tags of the registry.
  static func outside(_ text: String) -> PackageSource? {
    for (host, address) in hosts where text.hasPrefix(host + ":") {
      return repository(address + text.dropFirst(host.count + 1))
    }
    if text.hasPrefix("git+") { return repository(String(text.dropFirst("git+".count))) }
    if text.hasPrefix("git://") || text.hasPrefix("ssh://") || text.hasPrefix("git@") {
      return repository(text)
    }
    if SourceAddress.hasWebScheme(text) { return web(text) }
    for scheme in ["file:", "link:", "portal:"] where text.hasPrefix(scheme) {
      return .path(String(text.dropFirst(scheme.count)))
    }
    if text.hasPrefix("workspace:") { return .path(text) }
    if ["./", "../", "~/", "/"].contains(where: text.hasPrefix) || text == "." || text == ".." {
      return .path(text)
    }
    return isShorthand(text) ? repository("https://github.com/" + text) : nil
  }

  /// `owner/name#revision`: one slash, and nothing that ranges or names of scopes have.
  private static func isShorthand(_ text: String) -> Bool {
    let address = text.prefix { $0 != "#" }
    return address.count { $0 == "/" } == 1 && !address.hasPrefix("@") && !address.contains(" ")
      && !address.contains(":") && address.first != "/" && address.last != "/"
  }

  private static func repository(_ text: String) -> PackageSource {
    let parts = SourceAddress.splitFragment(text)
    return .repository(SourceAddress.safe(parts.address), revision: revision(parts.fragment))
  }

  /// The fragment is a commit, tag or branch, yarn writes `commit=…`, others `semver:^1`.
  private static func revision(_ fragment: String?) -> String? {
    guard let fragment else { return nil }
    let parts = fragment.split(separator: "&")
    for key in ["commit=", "tag=", "head="] {
      if let part = parts.first(where: { $0.hasPrefix(key) }) { return String(part.dropFirst(key.count)) }
    }
    return parts.first.map(String.init)
  }

  private static func web(_ text: String) -> PackageSource {
    let parts = SourceAddress.splitFragment(text)
    if parts.address.hasSuffix(".git") { return repository(text) }
    // npm takes these hosts' pages for repositories unless they lead to an archive.
    for host in ["https://github.com/", "https://gitlab.com/", "https://bitbucket.org/"]
    where parts.address.hasPrefix(host) {
      let path = parts.address.dropFirst(host.count).split(separator: "/")
      if path.count == 2, !path[1].contains(".t") { return repository(text) }
    }
    if let download = codeload(parts.address) { return download }
    return .archive(SourceAddress.safe(parts.address))
  }

  /// GitHub's archive of one commit, by which yarn and pnpm fetch repositories.
  private static func codeload(_ address: String) -> PackageSource? {
    let prefix = "https://codeload.github.com/"
    guard address.hasPrefix(prefix) else { return nil }
    let path = address.dropFirst(prefix.count).split(separator: "/")
    guard path.count == 4, path[2] == "tar.gz" else { return nil }
    return .repository("https://github.com/\(path[0])/\(path[1])", revision: String(path[3]))
  }

  /// The source of a package that a lockfile resolved to an address.
  static func resolved(_ address: String, name: String) -> PackageSource {
    let plain = SourceAddress.splitFragment(address).address
    if SourceAddress.hasWebScheme(plain), let registry = registry(of: plain, name: name) {
      return .registry(ordinary.contains(registry) ? nil : SourceAddress.safe(registry))
    }
    return outside(address) ?? .unknown
  }

  /// The registry whose archive this is, by the form that registries give such addresses.
  private static func registry(of address: String, name: String) -> String? {
    guard let mark = address.place(of: "/-/") else {
      // GitHub's registry, and pnpm's hosts without the mark, have the name as a folder.
      guard let download = address.place(of: "/download/@") else { return nil }
      return String(address[..<download.lowerBound])
    }
    let folder = address[..<mark.lowerBound]
    for spelling in [name, name.replacing("/", with: "%2f"), name.replacing("/", with: "%2F")]
    where folder.hasSuffix("/" + spelling) {
      return String(folder.dropLast(spelling.count + 1))
    }
    // An alias has another name than its archive: what is before the last name, with its scope.
    var parts = folder.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    if parts.last?.hasPrefix("@") == true { parts = parts.dropLast() }
    return parts.joined(separator: "/")
  }
}
