import CEnforcerSystem

/// A file that is to run, as the decision sees it.
struct Executable {
  /// Opened for its path only, so that what is judged is what runs.
  let descriptor: Int
  let status: file_status
  /// As the program named it.
  let given: Text
  let canonical: Text
  /// 32 bytes to put the hash in.
  let digest: UnsafeMutablePointer<UInt8>

  /// - Returns: nil when the file cannot be read.
  func hash() -> UnsafePointer<UInt8>? {
    FileHash.compute(descriptor, status, into: digest) ? UnsafePointer(digest) : nil
  }
}

/// What the allow-list says of a file.
enum Listing {
  case unlisted
  /// The path is listed, with another hash.
  case changed
  case listed(flags: UInt32)

  static let hasHash: UInt32 = 1
  static let isGlob: UInt32 = 2
  static let receivesCredentials: UInt32 = 4
  static let mayBeWritable: UInt32 = 8

  func has(_ flag: UInt32) -> Bool {
    if case .listed(let flags) = self { return flags & flag != 0 }
    return false
  }
}

extension Policy {
  @inline(never)
  func listing(of file: Executable) -> Listing {
    let executables = section(.executables)
    // A path in places that nobody can write may be listed by the name of its link.
    let trustsGiven = file.given[0] == slash && !passesWritable(file.given, self)
    var result = Listing.unlisted
    for index in 0..<executables.count {
      let place = executables.place(of: index)
      let flags = number(place &+ 4, as: UInt32.self)
      let path = executables.string(index)
      let isGlob = flags & Listing.isGlob != 0
      guard fits(path, file.canonical, isGlob) || (trustsGiven && fits(path, file.given, isGlob)) else {
        continue
      }
      guard flags & Listing.hasHash != 0 else { return .listed(flags: flags) }
      if let hash = file.hash(), compare(hash, base + place + 8) == 0 { return .listed(flags: flags) }
      result = .changed
    }
    return result
  }

  private func fits(_ pattern: Text, _ path: Text, _ isGlob: Bool) -> Bool {
    isGlob ? matches(pattern, path) : pattern == path
  }

  @inline(never)
  func forbidsName(of file: Executable) -> Bool {
    let names = section(.forbiddenNames)
    for index in 0..<names.count {
      let glob = names.string(index)
      if glob.index(of: slash) != nil {
        if matches(glob, file.canonical) { return true }
      } else if matches(glob, file.canonical.lastComponent) || matches(glob, file.given.lastComponent) {
        return true
      }
    }
    return false
  }

  /// The hashes are sorted.
  @inline(never)
  func forbidsHash(of file: Executable) -> Bool {
    let hashes = section(.forbiddenHashes)
    guard hashes.count > 0, let hash = file.hash() else { return false }
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low &+ high) / 2
      let order = compare(hash, base + hashes.place(of: middle))
      if order == 0 { return true }
      if order < 0 { high = middle } else { low = middle &+ 1 }
    }
    return false
  }
}

/// Negative, zero or positive, as the first of two hashes is less, equal or greater.
private func compare(_ hash: UnsafePointer<UInt8>, _ other: UnsafeRawPointer) -> Int {
  for index in 0..<32 {
    let byte = other.load(fromByteOffset: index, as: UInt8.self)
    if hash[index] != byte { return Int(hash[index]) &- Int(byte) }
  }
  return 0
}
