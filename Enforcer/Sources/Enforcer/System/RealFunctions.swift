import CEnforcerSystem

/// The functions of the C library behind the hooks, in the order of ``RealFunctions/names``.
enum RealFunction: Int {
  case read, readv, recv, recvfrom, recvmsg, write, writev, send, sendto, sendmsg, sendmmsg, connect
  case close, dup, dup2, dup3, getaddrinfo, gethostbyname_r, gethostbyname2_r
  case openat, fileno, fclose, memfd_create
  // From here on they return pointers.
  case fopen, freopen, gethostbyname, gethostbyname2, dlopen, dlmopen
  case h_errno_location
}

enum RealFunctions {
  /// One text instead of a table of pointers, which would have to be relocated in every process.
  private static var names: WordTable {
    WordTable(
      """
      read readv recv recvfrom recvmsg write writev send sendto sendmsg sendmmsg connect close dup dup2 dup3 \
      getaddrinfo gethostbyname_r gethostbyname2_r openat fileno fclose memfd_create \
      fopen freopen gethostbyname gethostbyname2 dlopen dlmopen __h_errno_location
      """)
  }

  /// Zero where nobody has asked yet.
  nonisolated(unsafe) static var addresses = InlineArray<30, UInt>(repeating: 0)

  private struct Search {
    let name: Text
    var isBehindOwn = false
    var address: UInt = 0
  }

  /// Finds a function in the libraries loaded behind this one: what `RTLD_NEXT` would give.
  @inline(never)
  static func find(_ function: RealFunction) -> UInt {
    var search = Search(name: names.word(at: function.rawValue))
    withUnsafeMutablePointer(to: &search) { search in
      _ = visit_objects(
        { object, _, context in
          guard let search = context?.assumingMemoryBound(to: Search.self) else { return 1 }
          if search.pointee.isBehindOwn, let library = LoadedLibrary(object.pointee),
            let symbol = library.symbol(named: search.pointee.name)
          {
            search.pointee.address = library.base &+ UInt(symbol.value)
            return 1
          }
          if object.pointee.base == own_base() { search.pointee.isBehindOwn = true }
          return 0
        }, UnsafeMutableRawPointer(search))
    }
    if search.address == 0 {
      search.address = missing_function(function.rawValue >= RealFunction.fopen.rawValue)
    }
    addresses[unchecked: function.rawValue] = search.address
    return search.address
  }
}

/// The function behind a hook, as a function of the type `Signature`, which must be its C type.
@inline(__always)
func real<Signature>(_ function: RealFunction, as signature: Signature.Type) -> Signature {
  let known = RealFunctions.addresses[unchecked: function.rawValue]
  return unsafeBitCast(known != 0 ? known : RealFunctions.find(function), to: signature)
}
