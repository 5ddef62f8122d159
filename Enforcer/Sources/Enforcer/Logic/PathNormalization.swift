/// Writes `path` as an absolute path without `//`, `.` and `..`; symbolic links are not followed.
///
/// - Parameters:
///   - base: An absolute path that a relative one starts from.
///   - buffer: Receives the result and a NUL.
/// - Returns: The length without the NUL, or nil when `capacity` does not suffice.
func normalize(
  _ path: Text, below base: Text, into buffer: UnsafeMutablePointer<UInt8>, capacity: Int
) -> Int? {
  var length = 0
  if path.count == 0 || path.start[0] != slash {
    guard appendComponents(of: base, to: buffer, length: &length, capacity: capacity) else { return nil }
  }
  guard appendComponents(of: path, to: buffer, length: &length, capacity: capacity) else { return nil }
  if length == 0 {
    buffer[0] = slash
    length = 1
  }
  buffer[length] = 0
  return length
}

@inline(never)
private func appendComponents(
  of path: Text, to buffer: UnsafeMutablePointer<UInt8>, length: inout Int, capacity: Int
) -> Bool {
  let dot = UInt8(ascii: ".")
  var start = 0
  while start < path.count {
    var end = start
    while end < path.count, path.start[end] != slash { end &+= 1 }
    let size = end &- start
    if size == 2, path.start[start] == dot, path.start[start &+ 1] == dot {
      while length > 0 {
        length &-= 1
        if buffer[length] == slash { break }
      }
    } else if size > 1 || (size == 1 && path.start[start] != dot) {
      // Two more: the slash before, and the NUL at the end of everything.
      guard length &+ size &+ 2 <= capacity else { return false }
      buffer[length] = slash
      length &+= 1
      var index = start
      while index < end {
        buffer[length] = path.start[index]
        length &+= 1
        index &+= 1
      }
    }
    start = end &+ 1
  }
  return true
}

/// Whether normalising would change nothing: absolute, no empty, `.` or `..` component, no slash at the end.
func isNormalized(_ path: Text) -> Bool {
  guard path.count > 0, path.start[0] == slash else { return false }
  var index = 1
  var componentStart = true
  while index < path.count {
    let byte = path.start[index]
    if componentStart {
      // A name that begins with two dots is normal; the slow way finds out.
      let next = path[index &+ 1]
      if byte == slash { return false }
      if byte == UInt8(ascii: "."), next == slash || next == 0 || next == byte { return false }
    }
    componentStart = byte == slash
    index &+= 1
  }
  return path.count == 1 || !componentStart
}
