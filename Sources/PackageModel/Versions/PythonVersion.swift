/// `1!2.0rc1.post2.dev3+local.4`, by PEP 440.
struct PythonVersion: Sendable {
  enum Phase: Int, Sendable {
    case alpha
    case beta
    case candidate
  }

  enum LocalSegment: Hashable, Sendable {
    case word(String)
    case number(Numeral)
  }

  var epoch: Numeral
  /// At least one number.
  var release: [Numeral]
  var pre: (phase: Phase, number: Numeral)?
  var post: Numeral?
  var dev: Numeral?
  /// Empty where there is none.
  var local: [LocalSegment] = []

  var isPrerelease: Bool { pre != nil || dev != nil }

  /// Without its local part.
  var `public`: PythonVersion {
    var copy = self
    copy.local = []
    return copy
  }

  /// Epoch and release only.
  var base: PythonVersion { PythonVersion(epoch: epoch, release: release) }

  /// The number at a place of the release, which goes on with zeros.
  func releaseNumber(_ index: Int) -> Numeral { index < release.count ? release[index] : .zero }

  /// Whether a release `1.2` is the beginning of this one, `1.2.7`.
  func hasPrefix(_ prefix: PythonVersion) -> Bool {
    epoch == prefix.epoch && prefix.release.indices.allSatisfy { releaseNumber($0) == prefix.release[$0] }
  }
}

extension PythonVersion: Comparable {
  static func == (left: PythonVersion, right: PythonVersion) -> Bool { left.compared(to: right) == 0 }
  static func < (left: PythonVersion, right: PythonVersion) -> Bool { left.compared(to: right) < 0 }

  private func compared(to other: PythonVersion) -> Int {
    if epoch != other.epoch { return epoch < other.epoch ? -1 : 1 }
    for index in 0..<max(release.count, other.release.count) {
      let (mine, theirs) = (releaseNumber(index), other.releaseNumber(index))
      if mine != theirs { return mine < theirs ? -1 : 1 }
    }
    if stage != other.stage { return stage < other.stage ? -1 : 1 }
    if let pre, let theirs = other.pre, pre.number != theirs.number {
      return pre.number < theirs.number ? -1 : 1
    }
    if post != other.post { return Self.isBefore(post, other.post, absentFirst: true) ? -1 : 1 }
    if dev != other.dev { return Self.isBefore(dev, other.dev, absentFirst: false) ? -1 : 1 }
    if local == other.local { return 0 }
    return local.lexicographicallyPrecedes(other.local) ? -1 : 1
  }

  /// `1.0.dev1` < `1.0a1` < `1.0b1` < `1.0rc1` < `1.0`.
  private var stage: Int {
    if let pre { return pre.phase.rawValue }
    return post == nil && dev != nil ? -1 : Phase.candidate.rawValue + 1
  }

  private static func isBefore(_ left: Numeral?, _ right: Numeral?, absentFirst: Bool) -> Bool {
    guard let left else { return absentFirst }
    guard let right else { return !absentFirst }
    return left < right
  }
}

extension PythonVersion: Hashable {
  func hash(into hasher: inout Hasher) {
    hasher.combine(epoch)
    // `1.0` and `1` are equal.
    hasher.combine(release[..<((release.lastIndex { $0 != .zero } ?? -1) + 1)])
    hasher.combine(stage)
    hasher.combine(pre?.number)
    hasher.combine(post)
    hasher.combine(dev)
    hasher.combine(local)
  }
}

extension PythonVersion.LocalSegment: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.word(let left), .word(let right)): left < right
    case (.number(let left), .number(let right)): left < right
    case (.word, .number): true
    case (.number, .word): false
    }
  }
}
