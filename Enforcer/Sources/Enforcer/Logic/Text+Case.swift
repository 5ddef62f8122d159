extension Text {
  /// Compares ASCII letters without their case.
  @inline(never)
  func hasPrefix(ignoringCase other: Text) -> Bool {
    guard other.count <= count else { return false }
    for index in 0..<other.count where start[index].lowercased != other.start[index].lowercased {
      return false
    }
    return true
  }

  /// Whether `other` stands anywhere in it, in whatever case.
  @inline(never)
  func contains(ignoringCase other: Text) -> Bool {
    var index = 0
    while index &+ other.count <= count {
      if dropping(index).hasPrefix(ignoringCase: other) { return true }
      index &+= 1
    }
    return false
  }
}

extension UInt8 {
  var lowercased: UInt8 { self >= 65 && self <= 90 ? self | 0x20 : self }
  var isUppercaseOrDigit: Bool { (self >= 65 && self <= 90) || (self >= 48 && self <= 57) }
  /// Letters, digits, `_` and `-`.
  var isIdentifier: Bool { isUppercaseOrDigit || (self >= 97 && self <= 122) || self == 95 || self == 45 }
  var isSpace: Bool { self == 32 || (self >= 9 && self <= 13) }
}

let slash = UInt8(ascii: "/")
