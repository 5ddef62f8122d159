internal import Documents
internal import FindingModel
internal import PackageModel

/// `Package.resolved`, version 1 to 3.
enum SwiftResolved {
  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let document = source.document(.json, into: &list) else { return }
    let pins = document["pins"] ?? document[path: "object", "pins"]
    guard let pins, pins.isSequence else { return list.note("no pins: no Package.resolved") }
    let direct = SwiftManifest.identities(around: source)
    for pin in pins.elements {
      guard var entry = entry(pin) else {
        list.note("line \(pin.location.line): a pin without a package")
        continue
      }
      // Without the manifest nobody knows; a pin is then taken for asked for.
      entry.isDirect = direct?.contains(entry.identity) ?? true
      if list.add(entry) == nil { return }
    }
  }

  private static func entry(_ pin: Node) -> PackageEntry? {
    let address = (pin["location"] ?? pin["repositoryURL"])?.text
    let state = pin["state"]
    let version = state?["version"]?.text
    if pin["kind"]?.text == "registry", let identity = pin["identity"]?.text {
      return PackageEntry(
        PackageIdentity(.swift, identity), name: identity, version: version, at: pin.location)
    }
    guard let address, !address.isEmpty else { return nil }
    let safe = SourceAddress.safe(address)
    let isLocal = pin["kind"]?.text == "localSourceControl"
    let revision = state?["revision"]?.text ?? state?["branch"]?.text
    var entry = PackageEntry(
      PackageIdentity(.swift, safe), name: safe, version: version,
      source: isLocal ? .path(safe) : .repository(safe, revision: revision), at: pin.location)
    // The commit is what is checked out, and its name is a digest of its content.
    if let commit = state?["revision"]?.text {
      entry.integrity =
        Integrity.checked(commit.utf8.count == 64 ? "sha256" : "sha1", commit).map { [$0] } ?? []
    }
    return entry
  }
}
