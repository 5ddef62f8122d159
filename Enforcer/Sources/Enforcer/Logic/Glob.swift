/// Patterns of the policy: `*` is any run without slashes, `**` any run, `?` one byte that is no slash.
///
/// Cost is bounded by the length of the text times that of the pattern for each folder level: a wildcard that
/// fails within a component is not tried again from other bytes of the same component.
func matches(_ glob: Text, _ text: Text) -> Bool {
  let asterisk = UInt8(ascii: "*")
  var position = 0
  var index = 0
  // Where to go on when the rest does not fit: behind the last `*` and the last `**`, and what they took.
  var star = -1
  var starEnd = 0
  var deep = -1
  var deepEnd = 0
  while true {
    if position < glob.count {
      let wanted = glob.start[position]
      if wanted == asterisk {
        var end = position &+ 1
        while end < glob.count, glob.start[end] == asterisk { end &+= 1 }
        if end &- position == 1 {
          star = end
          starEnd = index
        } else {
          deep = end
          deepEnd = index
          star = -1
          if deep == glob.count { return true }
        }
        position = end
        continue
      }
      if index < text.count {
        let byte = text.start[index]
        if byte == wanted || (wanted == UInt8(ascii: "?") && byte != slash) {
          position &+= 1
          index &+= 1
          continue
        }
      }
    } else if index == text.count {
      return true
    }
    if star >= 0, starEnd < text.count, text.start[starEnd] != slash {
      starEnd &+= 1
      position = star
      index = starEnd
      continue
    }
    guard deep >= 0, deepEnd < text.count else { return false }
    deepEnd &+= 1
    if star >= 0 {
      // The part before `*` was found as early as possible; later in this component, less is left for the rest.
      while deepEnd < text.count, text.start[deepEnd] != slash { deepEnd &+= 1 }
      star = -1
    }
    position = deep
    index = deepEnd
  }
}
