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
  private static var names: StaticString {
    """
    read readv recv recvfrom recvmsg write writev send sendto sendmsg sendmmsg connect close dup dup2 dup3 \
    getaddrinfo gethostbyname_r gethostbyname2_r openat fileno fclose memfd_create \
    fopen freopen gethostbyname gethostbyname2 dlopen dlmopen __h_errno_location
    """
  }

  /// Zero where nobody has looked yet.
  nonisolated(unsafe) static var addresses = InlineArray<30, UInt>(repeating: 0)

  /// Finds all functions in the libraries loaded behind this one: what `RTLD_NEXT` would give.
  ///
  /// The constructor does it for all, since the linker's lock may be held where a child of fork needs one. Only
  /// constructors of other libraries, which may run before, come here through a hook.
  @inline(never)
  static func findAll() {
    isBehindOwn = false
    _ = visit_objects({ object, _, _ in RealFunctions.visit(object.pointee) }, nil)
    find(in: nil)
  }

  @inline(never)
  private static func visit(_ object: loaded_object) -> Int32 {
    if isBehindOwn, let library = LoadedLibrary(object) { find(in: library) }
    if object.base == own_base() { isBehindOwn = true }
    return 0
  }

  /// Whether the search has passed this library.
  nonisolated(unsafe) private static var isBehindOwn = false

  /// Fills in what is missing still; without a library, with functions that fail.
  @inline(never)
  private static func find(in library: LoadedLibrary?) {
    var rest = Text(names)
    var index = 0
    while !rest.isEmpty {
      let end = rest.index(of: 32) ?? rest.count
      if addresses[unchecked: index] == 0 {
        addresses[unchecked: index] =
          library.map { $0.address(named: rest.prefix(end)) }
          ?? missing_function(index >= RealFunction.fopen.rawValue)
      }
      rest = rest.dropping(end &+ 1)
      index &+= 1
    }
  }

  /// Comes after ``findAll()`` only in programs that use a hook before the constructor.
  @inline(never)
  static func find(_ function: RealFunction) -> UInt {
    findAll()
    return addresses[unchecked: function.rawValue]
  }
}

/// The function behind a hook, as a function of the type `Signature`, which must be its C type.
@inline(__always)
func real<Signature>(_ function: RealFunction, as signature: Signature.Type) -> Signature {
  let known = RealFunctions.addresses[unchecked: function.rawValue]
  return unsafeBitCast(known != 0 ? known : RealFunctions.find(function), to: signature)
}
