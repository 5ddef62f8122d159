/// The variables that make programs load code, as they were when this program started.
///
/// Copies: a program may overwrite the memory in which it received them, as those that set their title do.
struct StartVariables {
  /// `NAME=value` with NUL, one after the other.
  var start = Text("")

  func value(of name: Text) -> Text? {
    var rest = start
    while !rest.isEmpty {
      let entry = Text(terminated: rest.start, limit: rest.count)
      if entry[name.count] == UInt8(ascii: "="), entry.hasPrefix(name) {
        return entry.dropping(name.count &+ 1)
      }
      rest = rest.dropping(entry.count &+ 1)
    }
    return nil
  }
}

/// A value of LD_PRELOAD without the library's own path.
///
/// The path stands first, where launcher and hooks put it.
func withoutOwnPath(_ value: Text) -> Text {
  let own = State.ownPath
  guard value.hasPrefix(own), value.count == own.count || isPreloadSeparator(value[own.count]) else {
    return value
  }
  return value.dropping(own.count &+ 1)
}

func isPreloadSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || byte == 32 }
